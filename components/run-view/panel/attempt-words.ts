import type { TaskRunStatus } from '#domain/run/status.ts';
import type { GlyphStatus } from '#components/ui/status-word.ts';
import type { AttemptItem } from './attempt-item.ts';

/** Glyph of an attempt. `cut`: lost to our own failure. `parkedAs`: status of its task run, which says what it is parked for. */
export function attemptStatus(attempt: Pick<AttemptItem, 'status' | 'infra'>, parkedAs: TaskRunStatus = 'deferred'): GlyphStatus {
  switch (attempt.status) {
    case 'cut':
      return attempt.infra ? 'restarting' : 'failed';
    case 'parked':
      return parkedAs === 'awaiting_input' || parkedAs === 'up_for_reschedule' ? parkedAs : 'deferred';
    default:
      return attempt.status;
  }
}

/** How an attempt ended, in words: `exit 3`; nothing for one that simply succeeded. */
export function attemptWords(attempt: AttemptItem): string {
  if (attempt.infra) return 'lost with the engine, not counted';
  if (attempt.error) return attempt.error;
  if (attempt.errorCode) return attempt.errorCode;
  if (attempt.exitCode !== null && attempt.exitCode !== 0) return `exit ${attempt.exitCode}`;
  switch (attempt.status) {
    case 'queued':
      return 'starts';
    case 'running':
      return 'works';
    case 'parked':
      return 'waits';
    case 'cancelled':
      return 'cancelled';
    case 'skipped':
      return 'skipped itself';
    default:
      return '';
  }
}
