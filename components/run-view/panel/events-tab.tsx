'use client';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { Time } from '#components/ui/time.tsx';
import { cx } from '#components/ui/cx.ts';
import { eventWords, type EventNames } from '../store/event-words.ts';
import type { NumberedEvent } from '../store/numbered-event.ts';

const shownAtOnce = 500;

/** Events, newest last; pressing one shows the run as it was right after it. */
export function EventsTab(props: {
  events: NumberedEvent[];
  seq: number;
  live: boolean;
  names: EventNames;
  withTask?: boolean;
  /** Time is counted from here, ms; missing: clock time. */
  origin?: number;
  onGoTo: (seq: number) => void;
}) {
  if (props.events.length === 0) return <EmptyState title="Nothing has happened here yet." className="py-10" />;
  const events = props.events.slice(-shownAtOnce);
  return (
    <ol className="scroll min-h-0 flex-1 py-1" aria-label="Events">
      {props.events.length > shownAtOnce ? (
        <li className="px-4 py-1 text-12 text-ink-3">
          The last {shownAtOnce} of {props.events.length}.
        </li>
      ) : null}
      {events.map(({ seq, event }) => (
        <li key={seq}>
          <button
            type="button"
            title="Show the run as it was then"
            aria-current={!props.live && seq === props.seq ? 'step' : undefined}
            onClick={() => props.onGoTo(seq)}
            className={cx(
              'flex min-h-7 w-full items-baseline gap-3 px-4 py-1 text-left text-12 hover:bg-hover focus-visible:-outline-offset-2',
              !props.live && seq === props.seq && 'bg-accent-soft',
              !props.live && seq > props.seq && 'text-ink-3',
            )}
          >
            {props.origin === undefined ? (
              <Time at={event.at} parts="seconds" className="font-mono text-11 text-ink-2" />
            ) : (
              <span className="w-20 font-mono text-11 text-ink-2">{formatDuration(event.at - props.origin)}</span>
            )}
            <span className="flex-1">
              {props.withTask && 'task' in event ? (
                <b>
                  {props.names.task(event.task)}
                  {'index' in event && event.index !== undefined ? ` [${event.index}]` : ''}{' '}
                </b>
              ) : null}
              {eventWords(event, props.names)}
            </span>
            <span className="num font-mono text-11 text-ink-3">{seq}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
