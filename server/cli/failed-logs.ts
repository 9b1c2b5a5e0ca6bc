import { refText } from '#domain/run/ref.ts';
import type { HostRun } from '#server/engine/host.ts';
import type { Store } from '#server/store/store.ts';

/** Lines shown of each log, and tasks whose log is shown: a map of a thousand failures is not printed. */
const mostLines = 10;
const mostTasks = 5;
const page = 500;

/** The end of the log of one failed task. */
export interface FailedLog {
  task: string;
  lines: string[];
  /** Whether there were lines before these. */
  cut: boolean;
}

/** The last lines that the failed tasks of a run left in their last attempts, masked as they are stored; of the first five tasks that left any. */
export async function failedLogs(store: Pick<Store, 'runs'>, run: HostRun): Promise<FailedLog[]> {
  const found: FailedLog[] = [];
  for (const view of run.tasks) {
    if (view.status !== 'failed' || found.length === mostTasks) continue;
    const attempt = (await store.runs.attempts(run.runId, view.task, view.index ?? -1)).at(-1);
    if (attempt === undefined) continue;
    const last = (await store.runs.lastLog(attempt.id))?.seq ?? -1;
    const chunks = await store.runs.logs(attempt.id, last - page, page);
    const lines = chunks
      .map(({ text }) => text)
      .join('')
      .replace(/\n$/, '')
      .split('\n');
    if (lines.join('') === '') continue;
    found.push({
      task: refText(view),
      lines: lines.slice(-mostLines),
      cut: lines.length > mostLines || last >= page,
    });
  }
  return found;
}
