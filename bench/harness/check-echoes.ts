import type { Processes } from './processes.ts';

/** Throws unless `count` attempts of a run, not counting tasks of `others`, ended with exit 0 and have "ok" in their stored log. */
export async function checkEchoes({ store }: Processes, runId: string, count: number, others: string[] = []): Promise<void> {
  const attempts = (await store.runs.attempts(runId)).filter(({ task }) => !others.includes(task));
  for (const attempt of attempts) {
    const log = await store.runs.logs(attempt.id, 0, 10);
    if (attempt.exitCode !== 0 || !log.some((chunk) => chunk.text.includes('ok')))
      throw new Error(`${attempt.id}: exit ${attempt.exitCode}, its log has no "ok"`);
  }
  if (attempts.length !== count) throw new Error(`${attempts.length} attempts, ${count} were wanted`);
}
