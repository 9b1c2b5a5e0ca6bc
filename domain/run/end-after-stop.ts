import type { Stop } from './row.ts';
import type { TaskRunStatus } from './status.ts';

/** What a task run becomes once the work that is being ended for `stop` has ended; null when nobody ends it, or only time will show. */
export function endAfterStop(stop: Stop | undefined): TaskRunStatus | null {
  switch (stop) {
    case 'cancelled':
    case 'success':
    case 'failed':
    case 'skipped':
      return stop;
    case 'fail-fast':
    case 'run-timeout':
      return 'failed';
    default:
      return null;
  }
}
