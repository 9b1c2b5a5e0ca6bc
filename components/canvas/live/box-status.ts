import type { TaskRunStatus } from '#domain/run/status.ts';
import type { LiveStatusStore, TaskLive } from './live-status-store.ts';

/** The status a box is drawn with. Null: no run is shown on this drawing, or the run has no such task. */
export function boxStatus(store: LiveStatusStore | null, live: TaskLive | null): TaskRunStatus | null {
  if (store === null) return null;
  return live?.status ?? (store.partial ? null : 'none');
}
