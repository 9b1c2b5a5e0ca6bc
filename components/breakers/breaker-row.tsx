'use client';
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';
import { breakerColumns } from './breaker-columns.ts';
import type { BreakerItem } from './breaker-item.ts';
import { BreakerState } from './breaker-state.tsx';

function RunLink({ run }: { run: { runId: string; number: number | null } }) {
  return run.number === null ? (
    <span className="text-ink-3">a run that is gone</span>
  ) : (
    <Link href={`/runs/${encodeURIComponent(run.runId)}`} className="link num">
      run {run.number}
    </Link>
  );
}

function Next({ breaker }: { breaker: BreakerItem }) {
  if (breaker.state === 'closed') return <span className="text-ink-3">runs as scheduled</span>;
  if (breaker.trialRun)
    return (
      <>
        now: <RunLink run={breaker.trialRun} />
      </>
    );
  if (breaker.trialAt === null) return <>when a person closes it</>;
  if (!breaker.enabled) return <>when the workflow is on again</>;
  return breaker.trialAt <= Date.now() ? <>at the next occurrence</> : <Time at={breaker.trialAt} parts="day-time" relative />;
}

/** One workflow's circuit breaker: how it stands and since when, the runs that failed, the next trial, what can be done. */
export function BreakerRow(props: {
  breaker: BreakerItem;
  /** Missing: the person may only look. */
  acts?: { set: (open: boolean) => void; tryNow: () => void; busy: boolean };
  onHistory: () => void;
}) {
  const { breaker, acts } = props;
  const { state } = breaker;
  const cell = 'min-w-0 px-2 text-12 max-sm:col-span-3 max-sm:px-0';
  return (
    <div
      role="row"
      className={cx(
        breakerColumns,
        'min-h-11 border-b border-line py-2 hover:bg-hover max-sm:grid-cols-[minmax(0,1fr)_auto_auto] max-sm:gap-y-1 max-sm:px-4',
      )}
    >
      <div role="cell" className="min-w-0 px-2 pl-6 max-xl:pl-4 max-sm:px-0">
        <Link
          href={`/workflows/${encodeURIComponent(breaker.workflowId)}`}
          className="block truncate font-strong hover:underline"
        >
          {breaker.name}
        </Link>
        <span className="block truncate text-12 text-ink-3">
          opens after {breaker.threshold} failed {breaker.threshold === 1 ? 'run' : 'runs in a row'}
          {breaker.enabled ? '' : ', switched off'}
        </span>
      </div>
      <div role="cell" className="min-w-0 px-2 max-sm:px-0">
        <BreakerState state={state} />
        {breaker.since > 0 ? (
          <span className="block text-12 text-ink-3 max-sm:hidden">
            since <Time at={breaker.since} parts="day-time" />
          </span>
        ) : null}
      </div>
      <div role="cell" className={cx(cell, 'max-sm:order-3')}>
        {breaker.failures === 0 ? (
          <span className="text-ink-3">none in a row</span>
        ) : (
          <>
            <span className="num">{breaker.failures} in a row</span>
            <span className="flex flex-wrap gap-x-2">
              {breaker.failedRuns.map((run) => (
                <RunLink key={run.runId} run={run} />
              ))}
            </span>
          </>
        )}
      </div>
      <div role="cell" className={cx(cell, 'max-lg:hidden max-sm:order-4 max-sm:block')}>
        <span className="sr-only">Next trial: </span>
        <Next breaker={breaker} />
      </div>
      <div role="cell" className="px-2 text-right max-sm:order-5 max-sm:col-span-3 max-sm:px-0 max-sm:text-left">
        {acts && state !== 'closed' ? (
          <Button busy={acts.busy} onClick={() => acts.set(false)}>
            Close the circuit
          </Button>
        ) : null}
      </div>
      <div role="cell" className="flex justify-end pr-6 max-xl:pr-4 max-sm:pr-0">
        <Menu trigger={<IconButton label={`Acts on the circuit of ${breaker.name}`} icon={<Ellipsis strokeWidth={1.75} />} />}>
          <MenuItem onSelect={props.onHistory}>What happened…</MenuItem>
          {acts && state === 'open' ? <MenuItem onSelect={acts.tryNow}>Start the trial run now</MenuItem> : null}
          {acts && state === 'closed' ? <MenuItem onSelect={() => acts.set(true)}>Open the circuit</MenuItem> : null}
        </Menu>
      </div>
    </div>
  );
}
