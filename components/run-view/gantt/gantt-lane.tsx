import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { statusWord } from '#components/ui/status-word.ts';
import type { Segment } from './segments-of.ts';

const words: Record<Exclude<Segment['kind'], 'mark'>, string> = {
  queue: 'waits for a slot',
  success: 'success',
  failed: 'failed',
  running: 'running',
  delay: 'delay before the next attempt',
  deferred: 'waits',
  asked: 'waits for a person',
  skipped: 'skipped itself',
  cancelled: 'cancelled',
};

/** Stretches of a row, and how many attempts there were, where that is more than one. `later` fades what lies after the instant that is looked at. */
export function GanttLane(props: { segments: Segment[]; from: number; length: number; later: number | null }) {
  const place = (at: number) => `${(100 * (at - props.from)) / props.length}%`;
  const last = props.segments.at(-1);
  const attempts = props.segments.reduce((most, { attempt }) => Math.max(most, attempt), 0);
  const drawn = props.segments.map((s, i) => {
    const faded = props.later !== null && s.from > props.later ? 0.25 : undefined;
    if (s.kind === 'mark')
      return (
        <i key={i} className="absolute top-px" style={{ left: place(s.from), opacity: faded }}>
          <StatusGlyph status={s.status} size={12} hidden />
        </i>
      );
    // A failure is never so short that it is overlooked.
    return (
      <i
        key={i}
        className={`gantt-bar gantt-${s.kind}`}
        style={{
          left: place(s.from),
          width: `max(${s.kind === 'failed' ? 10 : 3}px, ${(100 * (s.to - s.from)) / props.length}%)`,
          opacity: faded,
        }}
        title={`${words[s.kind]}${s.attempt > 1 ? `, attempt ${s.attempt}` : ''}, ${formatDuration(s.to - s.from)}${s.kind === 'deferred' ? ` (${statusWord(s.status)})` : ''}`}
      />
    );
  });
  if (last === undefined || attempts < 2) return drawn;
  return (
    <>
      {drawn}
      <span
        className="num pointer-events-none absolute top-0 rounded-mark bg-surface px-0.5 text-[10px] leading-[14px] text-ink-2"
        // Behind the bar, or on its end where that reaches the edge.
        style={{ left: `min(calc(${place(last.to)} + ${last.kind === 'failed' ? 12 : 4}px), calc(100% - 18px))` }}
        title={`${attempts} attempts`}
      >
        ×{attempts}
      </span>
    </>
  );
}
