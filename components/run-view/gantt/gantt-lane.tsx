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
  skipped: 'skipped itself',
  cancelled: 'cancelled',
};

/** Stretches of a row. `later` fades what lies after the instant that is looked at. */
export function GanttLane(props: { segments: Segment[]; from: number; length: number; later: number | null }) {
  const place = (at: number) => `${(100 * (at - props.from)) / props.length}%`;
  return props.segments.map((s, i) => {
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
}
