'use client';
import { Waypoints } from 'lucide-react';
import { memo } from 'react';
import { formatDuration } from '#components/ui/format-duration.ts';
import { formatInstant } from '#components/ui/format-instant.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { Time } from '#components/ui/time.tsx';
import { useZone } from '#components/ui/zone.tsx';
import type { RunView } from '#domain/run/read.ts';
import { runOrigin } from '#components/runs/run-origin.ts';
import type { ExpectedWords } from './forecast/expected-words.ts';
import { namedReason } from './named-reason.ts';
import { StatusCounts } from './status-counts.tsx';
import type { RunData } from './store/history-of.ts';

/** Status, which run it is, how it came to be, tasks by status, how long it took so far of how long it usually takes. */
export function RunHead(props: {
  run: RunData['run'];
  /** That it was on at the moment shown. */
  version: number;
  view: RunView;
  now: number;
  /** What can be said of its end; null when it has ended or has not begun. */
  expected: ExpectedWords | null;
  /** Why it has not begun; null when it has, or nobody knows. */
  held: string | null;
  critical: boolean;
  onCritical: (shown: boolean) => void;
  /** Name of a person by id. */
  person: (id: string) => string;
  onStatus: (status: string) => void;
}) {
  const { run, view } = props;
  const status = view.paused && view.endedAt === null ? 'paused' : view.status;
  const elapsed =
    view.startedAt === null ? null : Math.max(0, (view.endedAt ?? Math.floor(props.now / 1000) * 1000) - view.startedAt);
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 whitespace-nowrap max-sm:flex-wrap max-sm:gap-x-2.5 max-sm:gap-y-1 max-sm:py-2.5">
      <StatusText status={status} className="font-strong" />
      <RunInstant at={run.logicalTime} />
      <span className="min-w-0 truncate text-ink-3 max-lg:hidden">
        {runOrigin(run)}, {props.version === 0 ? 'its draft' : `version ${props.version}`}, run {run.number}
        {props.held === null ? null : <span className="text-ink-2">: {props.held}</span>}
        {view.reason ? <span className="text-ink-2">: {namedReason(view.reason, props.person)}</span> : null}
      </span>
      <span className="flex-1 max-sm:hidden" />
      <StatusCounts
        counts={view.counts}
        onStatus={props.onStatus}
        className="max-sm:order-5 max-sm:w-full max-sm:justify-between max-sm:pt-1"
      />
      <span className="h-5 w-px bg-line max-sm:hidden" />
      <span className="num max-sm:ml-auto">
        {elapsed === null ? (
          <span className="text-ink-3" title={props.held ?? undefined}>
            not started
          </span>
        ) : (
          <>
            <b className="text-ink-2">{formatDuration(elapsed)}</b>
            {props.expected === null ? null : (
              <span className="ml-1.5 text-ink-3" title={props.expected.detail}>
                {props.expected.text}
              </span>
            )}
          </>
        )}
      </span>
      <CriticalToggle critical={props.critical} onCritical={props.onCritical} />
    </div>
  );
}

const RunInstant = memo(function RunInstant({ at }: { at: number }) {
  const zone = useZone();
  return (
    <>
      <h1 className="text-14 font-strong max-sm:order-first max-sm:w-full max-sm:text-16">
        Run of{' '}
        <time dateTime={new Date(at).toISOString()} title={formatInstant(at, 'UTC', 'day-time-seconds-zone')}>
          {formatInstant(at, zone, 'full')}
        </time>
      </h1>
      <Time at={at} relative="only" className="num text-12 text-ink-3 max-lg:hidden" />
    </>
  );
});

const CriticalToggle = memo(function CriticalToggle(props: { critical: boolean; onCritical: (shown: boolean) => void }) {
  return (
    <IconButton
      label={props.critical ? 'Hide the critical path' : 'Show the critical path'}
      keys="P"
      pressed={props.critical}
      icon={<Waypoints strokeWidth={1.75} />}
      onClick={() => props.onCritical(!props.critical)}
      className="max-sm:hidden"
    />
  );
});
