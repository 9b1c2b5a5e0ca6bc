import type { TaskRunStatus } from '#domain/run/status.ts';

/** Every status that has a glyph: those of task runs and runs, and the flag of a paused run. */
export type GlyphStatus = TaskRunStatus | 'paused';

/** A status in words for people: `up for retry`; a task that waits for its upstream says so. */
export const statusWord = (status: GlyphStatus): string =>
  status === 'none' ? 'waits for upstream' : status.replaceAll('_', ' ');
