import { useMemo } from 'react';
import { checkTrigger } from '#domain/trigger/check-trigger.ts';
import { describeMark } from '#domain/trigger/describe-mark.ts';
import { preview } from '#domain/trigger/preview.ts';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { cx } from '#components/ui/cx.ts';
import { formatInstant, zoneName } from '#components/ui/format-instant.ts';
import { formatRelative } from '#components/ui/format-relative.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { YearStrip } from './year-strip.tsx';

const count = 20;

/** The next 20 runs of a trigger, in its own zone and in UTC, with what a change of the clock does to them. Computed here, by the engine's code. */
export function NextRuns({ trigger, seed }: { trigger: Trigger; seed: string }) {
  const now = useNow(10_000);
  const minute = Math.floor(now / 60_000) * 60_000;
  const found = useMemo(() => {
    const errors = checkTrigger(trigger, seed).filter((problem) => problem.level === 'error');
    if (errors.length > 0) return { runs: [], fault: errors[0]?.message ?? null };
    return { runs: preview(trigger, { fromMs: minute, count }, seed), fault: null };
  }, [trigger, seed, minute]);
  const zone = trigger.timezone;
  let day = '';
  return (
    <section aria-label="Next runs" className="min-w-0 bg-surface">
      <div className="flex min-h-9 items-center gap-2 px-5">
        <h2 className="text-13 font-strong">Next {found.runs.length === count ? count : ''} runs</h2>
        <span className="text-12 text-ink-3">
          {zone === 'UTC' ? 'UTC' : `${zone.split('/').at(-1)?.replaceAll('_', ' ')} time`}
        </span>
      </div>
      {found.fault !== null ? (
        <p className="flex items-start gap-1.5 px-5 py-3 text-12 text-st-failed-text">
          <ProblemGlyph level="error" size={12} className="mt-0.5" />
          {found.fault}
        </p>
      ) : found.runs.length === 0 ? (
        <p className="px-5 py-3 text-12 text-ink-2">
          {trigger.type === 'continuous' ? 'The next run begins when the last one has ended.' : 'No run is to come.'}
        </p>
      ) : (
        <>
          <table className="tbl text-12! [--row:28px]">
            <thead>
              <tr>
                <th scope="col" className="pl-5!">
                  Day
                </th>
                <th scope="col">Local</th>
                <th scope="col">UTC</th>
                <th scope="col" className="max-xl:hidden">
                  From now
                </th>
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {found.runs.map((run, i) => {
                const label = formatInstant(run.at, zone, 'day-time', now).replace(/, \d\d:\d\d$/, '');
                const repeated = label === day;
                day = label;
                const skipped = run.mark === 'skipped';
                const mark = describeMark(run);
                return (
                  <tr key={`${run.at} ${run.wall ?? ''} ${i}`}>
                    <td className={cx('pl-5! whitespace-nowrap', repeated && 'text-ink-3')}>{label}</td>
                    <td className="num whitespace-nowrap" title={formatInstant(run.at, 'UTC', 'day-time-seconds-zone')}>
                      <b className={cx('text-13', skipped && 'font-text text-ink-2 line-through')}>
                        {skipped ? (run.wall ?? '').slice(11) : formatInstant(run.at, zone, 'time')}
                      </b>{' '}
                      <span className="text-ink-2">{zoneName(run.at, zone)}</span>
                    </td>
                    <td className="num whitespace-nowrap text-ink-2">
                      {skipped ? '–' : `${formatInstant(run.at, 'UTC', 'time')} Z`}
                    </td>
                    <td className="num whitespace-nowrap text-ink-2 max-xl:hidden">
                      {skipped ? '–' : formatRelative(run.at, now)}
                    </td>
                    <td>
                      {mark === '' ? null : (
                        <span
                          className={cx(
                            'inline-flex items-center gap-1.5 rounded-chip border px-1.5 leading-[18px]',
                            skipped
                              ? 'border-st-skipped bg-st-skipped-soft text-st-skipped-text'
                              : 'border-st-up-for-retry bg-st-up-for-retry-soft text-st-up-for-retry-text',
                          )}
                        >
                          {skipped ? <StatusGlyph status="skipped" size={12} hidden /> : null}
                          {mark}
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <YearStrip trigger={trigger} seed={seed} fromMs={minute} />
        </>
      )}
    </section>
  );
}
