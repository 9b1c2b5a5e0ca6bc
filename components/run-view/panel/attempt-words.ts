import type { GlyphStatus } from '#components/ui/status-word.ts';
import type { AttemptItem } from './attempt-item.ts';

/** Glyph of an attempt. `cut`: lost to our own failure. */
export function attemptStatus(attempt: Pick<AttemptItem, 'status' | 'infra'>): GlyphStatus {
  switch (attempt.status) {
    case 'cut':
      return attempt.infra ? 'restarting' : 'failed';
    case 'parked':
      return 'deferred';
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
