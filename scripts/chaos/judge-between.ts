import type { RunRow, Store } from '#server/store/store.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Violations } from './violations.ts';
import { breakerAfter, everyMs, order, poolSlots } from './workflows.ts';

/** A clock read by two processes, and a spawn that waits for its turn. */
const slackMs = 20;
const most = 100_000;

/** What lies between runs: schedules, circuit breaker, child runs, the pool. */
export async function judgeBetween(
  store: Store,
  runs: readonly RunRow[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  violations: Violations,
): Promise<void> {
  for (const [workflowId, period] of Object.entries(everyMs)) await judgeSchedule(store, workflowId, period, runs, violations);
  await judgeBreaker(store, runs, violations);
  await judgeChildren(store, runs, ledger, violations);
  judgePool(ledger, violations);
}

/** Each due instant is there once, as one run or one recorded skip. */
async function judgeSchedule(
  store: Store,
  workflowId: string,
  period: number,
  runs: readonly RunRow[],
  violations: Violations,
): Promise<void> {
  const rows = (await store.triggers.occurrences(workflowId, most)).sort((a, b) => a.at - b.at);
  for (const [n, { at }] of rows.entries())
    if (n > 0 && at - rows[n - 1]!.at !== period) violations.blame('I1', `${workflowId}: between ${rows[n - 1]!.at} and ${at}`);
  const made = new Set(rows.flatMap(({ runId }) => runId ?? []));
  const scheduled = runs.filter((run) => run.workflowId === workflowId && run.runType === 'scheduled');
  for (const { id } of scheduled) if (!made.has(id)) violations.blame('I2', `run ${id} of ${workflowId} has no occurrence`);
  if (made.size !== scheduled.length)
    violations.blame('I1', `${workflowId}: ${made.size} occurrences began ${scheduled.length} runs`);
}

/** After so many failed runs the circuit is open, and nothing begins until its trial. */
async function judgeBreaker(store: Store, runs: readonly RunRow[], violations: Violations): Promise<void> {
  const failed = runs.filter(({ workflowId, status }) => workflowId === 'broken' && status === 'failed').length;
  const breaker = (await store.breakers.list()).find(({ workflowId }) => workflowId === 'broken');
  const closed = breaker === undefined || breaker.state === 'closed';
  if (closed && failed >= breakerAfter) violations.blame('I4', `${failed} runs of broken failed, and its circuit is closed`);
  if (!closed && failed < breakerAfter) violations.blame('I4', `the circuit of broken opened after ${failed} failed runs`);
  if (closed || breaker.openings > 1 || breaker.state !== 'open') return;
  for (const { at, outcome, decidedAt } of await store.triggers.occurrences('broken', most))
    if (outcome === 'run' && decidedAt > breaker.since)
      violations.blame('I4', `broken began a run for ${at} while its circuit was open`);
}

/** One child for an attempt, and its parent goes on when it has ended. */
async function judgeChildren(
  store: Store,
  runs: readonly RunRow[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  violations: Violations,
): Promise<void> {
  const parents = runs.filter(({ workflowId }) => workflowId === 'parent').map(({ id }) => id);
  const children = await store.childRuns.of(parents);
  const known = new Set(runs.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { runId, parentRunId, attempt } of children) {
    if (!known.has(runId)) violations.blame('I6', `the child ${runId} of ${parentRunId} is not there`);
    const key = `${parentRunId}@${attempt}`;
    if (seen.has(key)) violations.blame('I2', `${key} has two children`);
    seen.add(key);
    const [, last] = order['chain']!.at(-1)!;
    const first = (id: string, task: string, of: 'begins' | 'ends') =>
      Math.min(...[...ledger.values()].flatMap((entry) => (entry.runId === id && entry.task === task ? entry[of] : [])));
    const behind = first(parentRunId, 'behind', 'begins');
    const isLast = !children.some((other) => other.parentRunId === parentRunId && other.attempt > attempt);
    if (isLast && Number.isFinite(behind) && !(first(runId, last, 'ends') <= behind + slackMs))
      violations.blame('I7', `${parentRunId} went on before its child ${runId} had ended`);
  }
}

/** Tasks of the pool that were there at the same time, as they wrote it down themselves. */
function judgePool(ledger: ReadonlyMap<string, LedgerEntry>, violations: Violations): void {
  const changes = [...ledger.values()]
    .filter(({ task, ends }) => /^(f\d|each#\d+)$/.test(task) && ends.length > 0)
    .flatMap(({ begins, ends }) => [
      { at: Math.min(...begins) + slackMs / 2, by: 1 },
      { at: Math.max(...ends) - slackMs / 2, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let held = 0;
  for (const { at, by } of changes) {
    held += by;
    if (held > poolSlots) violations.blame('I12', `${held} tasks held the pool of ${poolSlots} at ${Math.round(at)}`);
  }
}
