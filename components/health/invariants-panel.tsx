'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';

/** The invariants of the product, checked when somebody asks: each with what breaks it. */
export function InvariantsPanel() {
  const trpc = useTRPC();
  const check = useQuery(trpc.health.invariants.queryOptions(undefined, { enabled: false, retry: false, gcTime: 0 }));
  const report = check.data;
  return (
    <section aria-labelledby="invariants" className="min-w-0">
      <div className="flex items-center gap-3 pb-2">
        <h2 id="invariants" className="text-14 font-strong">
          Invariants
        </h2>
        <span className="flex-1" />
        <Button busy={check.isFetching} onClick={() => void check.refetch()}>
          {check.isFetching ? 'Checking…' : report ? 'Check again' : 'Check now'}
        </Button>
      </div>
      <p role="status" className="pb-2 text-12 text-ink-2">
        {report ? (
          <>
            {report.ok ? 'All hold' : `${report.checks.filter(({ ok }) => !ok).length} are broken`}, checked{' '}
            <Time at={report.at} parts="day-time" relative />. Looked at {report.looked.replayedRuns} replayed runs,{' '}
            {report.looked.triggers} triggers, {report.looked.processes} processes and {report.looked.waiting} waiting tasks.
          </>
        ) : check.error ? (
          `Nothing could be checked. ${check.error.message}`
        ) : (
          'What must always be true of runs, attempts and occurrences. Checking reads the newest runs and replays them.'
        )}
      </p>
      {report ? (
        <ul className="border-t border-line">
          {report.checks.map(({ id, title, ok, violations }) => (
            <li key={id} className="border-b border-line py-2">
              <div className="flex items-center gap-2">
                <StatusGlyph status={ok ? 'success' : 'failed'} size={14} hidden />
                <span className="sr-only">{ok ? 'Holds:' : 'Broken:'}</span>
                <span className="num w-7 text-12 text-ink-3">{id}</span>
                <span className={ok ? '' : 'font-strong'}>{title}</span>
              </div>
              {violations.length > 0 ? (
                <ul className="mt-1 pl-[22px] text-12">
                  {violations.map(({ subject, message }) => (
                    <li key={`${subject}${message}`} className="py-0.5">
                      <span className="font-mono text-11 break-all">{subject}</span>
                      <span className="ml-2 text-ink-2">{message}</span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
