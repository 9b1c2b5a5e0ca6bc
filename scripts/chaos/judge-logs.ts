import { judgeLog } from '#server/health/judge-log.ts';
import type { AttemptRow, LogChunk, Store } from '#server/store/store.ts';
import type { Violations } from './violations.ts';
import { saidBy, withoutLedger } from './workflows.ts';

const most = 1_000;
const cap = 10 * 1024 * 1024;

/**
 * What a task said stands in its log once, whole when it succeeded; what one said that was killed or lost is the beginning
 * of that. What the client saw meanwhile is the beginning of what is kept. By the product's own judge: no gap in its numbers.
 */
export async function judgeLogs(
  store: Store,
  attempts: readonly AttemptRow[],
  seen: ReadonlyMap<string, readonly LogChunk[]>,
  violations: Violations,
): Promise<void> {
  for (const row of attempts) {
    const chunks = await store.runs.logs(row.id, 0, most);
    for (const { invariant, subject, message } of judgeLog(row.id, chunks, cap))
      violations.blame(invariant, `${subject}: ${message}`);
    const shown = seen.get(row.id) ?? [];
    if (JSON.stringify(shown) !== JSON.stringify(chunks.slice(0, shown.length)))
      violations.blame('I8', `${row.id} showed the client ${JSON.stringify(textOf(shown))}, which its log does not begin with`);
    if (withoutLedger.has(row.task)) continue;
    const text = textOf(chunks);
    const whole = saidBy(row.task, row.attempt);
    const holds = row.status === 'success' ? text === whole : whole.startsWith(text);
    if (!holds) violations.blame('I8', `${row.id} (${row.status}) has the log ${JSON.stringify(text)}`);
  }
}

/** What the task itself wrote. */
const textOf = (chunks: readonly LogChunk[]): string =>
  chunks.flatMap(({ stream, text }) => (stream === 'out' ? text : [])).join('');
