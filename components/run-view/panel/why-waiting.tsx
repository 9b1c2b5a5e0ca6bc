'use client';
import type { TaskRunView } from '#domain/run/read.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { statusWord } from '#components/ui/status-word.ts';
import { Time } from '#components/ui/time.tsx';
import { clockWords } from '../store/clock-words.ts';

/** Why a task run does not work now: every condition that is not met, and the next instant when there is one. */
export function WhyWaiting(props: { view: TaskRunView; now: number; unmet: string[] }) {
  const { view } = props;
  const wait = view.dueAt !== null && view.dueAt > props.now ? `Waits ${clockWords(view.dueAt - props.now)} more` : null;
  const delay =
    view.status === 'up_for_retry' && view.dueAt !== null && view.endedAt !== null
      ? [`The delay after attempt ${view.attempt} is ${formatDuration(view.dueAt - view.endedAt)}.`]
      : [];
  const lines = [...delay, ...props.unmet];
  if (lines.length === 0 && wait === null) return null;
  const word = statusWord(view.status);
  return (
    <section aria-label="Why it waits" className="shrink-0 border-b border-line px-4 pt-2.5 pb-3">
      <div className="mb-1.5 flex items-center gap-2">
        <StatusGlyph status={view.status} />
        <h3 className="flex-1 text-13 font-strong">{wait ?? word.charAt(0).toUpperCase() + word.slice(1)}</h3>
        {view.dueAt !== null ? (
          <span className="num text-ink-3">
            due <Time at={view.dueAt} parts={view.dueAt - props.now < 12 * 3_600_000 ? 'seconds-zone' : 'day-time-zone'} />
          </span>
        ) : null}
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line} className="flex gap-2 py-[3px] text-12 text-ink-2">
            <StatusGlyph status="none" hidden />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
