import type { GlyphStatus } from './status-word.ts';

const token: Record<GlyphStatus, string> = {
  none: 'st-queued',
  scheduled: 'st-scheduled',
  queued: 'st-queued',
  running: 'st-running',
  success: 'st-success',
  failed: 'st-failed',
  skipped: 'st-skipped',
  up_for_retry: 'st-up-for-retry',
  up_for_reschedule: 'st-deferred',
  deferred: 'st-deferred',
  awaiting_input: 'st-awaiting-input',
  upstream_failed: 'st-upstream-failed',
  removed: 'st-queued',
  restarting: 'st-running',
  cancelled: 'st-cancelled',
  paused: 'st-cancelled',
};

/** CSS colour of a status: for graphics (3:1), for text (4.5:1) or as a tint behind it. */
export const statusColor = (status: GlyphStatus, use: 'graphic' | 'text' | 'soft' = 'graphic'): string =>
  `var(--${token[status]}${use === 'graphic' ? '' : `-${use}`})`;
