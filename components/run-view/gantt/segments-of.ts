import type { StatusSpan } from '../store/status-span.ts';

/** A stretch of a task run on the time line. `mark`: an instant without length. */
export interface Segment {
  kind: 'queue' | 'success' | 'failed' | 'running' | 'delay' | 'deferred' | 'asked' | 'skipped' | 'cancelled' | 'mark';
  from: number;
  to: number;
  /** Status the stretch is about; of a mark, its glyph. */
  status: StatusSpan['status'];
  attempt: number;
}

const parked = new Set<StatusSpan['status']>(['deferred', 'up_for_reschedule', 'awaiting_input']);

/** What a stretch of work became. */
function outcome(next: StatusSpan | undefined): Segment['kind'] {
  if (!next) return 'running';
  if (next.status === 'success') return 'success';
  if (next.status === 'cancelled' || next.status === 'skipped') return next.status;
  if (next.status === 'awaiting_input') return 'asked';
  if (parked.has(next.status)) return 'deferred';
  return next.status === 'restarting' ? 'running' : 'failed';
}

/**
 * Stretches of one task run from the statuses it took. The last one goes on to `now` (ms) while it is under way, a delay to
 * `dueAt`. What ended without having worked is a mark.
 */
export function segmentsOf(spans: StatusSpan[], now: number, dueAt: number | null): Segment[] {
  const segments: Segment[] = [];
  spans.forEach((span, i) => {
    const next = spans[i + 1];
    const to = next?.at ?? now;
    const segment = (kind: Segment['kind'], end: number): void => {
      segments.push({ kind, from: span.at, to: Math.max(span.at, end), status: span.status, attempt: span.attempt });
    };
    switch (span.status) {
      case 'none':
        return;
      case 'scheduled':
      case 'queued':
        return segment('queue', to);
      case 'running':
      case 'restarting':
        return segment(outcome(next), to);
      case 'up_for_retry':
        return segment('delay', next ? next.at : Math.max(to, dueAt ?? to));
      case 'deferred':
      case 'up_for_reschedule':
        return segment('deferred', to);
      case 'awaiting_input':
        return segment('asked', to);
      default: {
        const before = spans[i - 1]?.status;
        const worked = before === 'running' || before === 'restarting' || (before !== undefined && parked.has(before));
        const isBarsEnd = ['success', 'failed', 'cancelled', 'skipped'].includes(span.status);
        if (!worked || !isBarsEnd) segment('mark', span.at);
      }
    }
  });
  return segments;
}
