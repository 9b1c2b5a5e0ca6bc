import { parseWorkflow } from '#domain/definition/parse.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { fold } from '#domain/run/fold.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { AttemptRow, RunRow, Store } from '#server/store/store.ts';
import type { Asked } from './client.ts';
import { judgeAttempts, judgeLogs } from './judge-attempts.ts';
import { judgeBetween } from './judge-between.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Violations } from './violations.ts';

export interface Evidence {
  store: Store;
  asked: readonly Asked[];
  /** Approvals whose answer was acknowledged. */
  approved: ReadonlySet<string>;
  ledger: ReadonlyMap<string, LedgerEntry>;
}

/** Compares what is stored with what the tasks and the client wrote down. */
export async function judge(evidence: Evidence, violations: Violations): Promise<{ runs: number; attempts: number }> {
  const { store, asked, approved, ledger } = evidence;
  const runs = await allRuns(store);
  const byId = new Map(runs.map((run) => [run.id, run]));
  for (const { key, runIds, workflowId } of asked) {
    if (runIds.size > 1) violations.blame('I2', `${key} made ${[...runIds].join(' and ')}`);
    for (const id of runIds)
      if (!byId.has(id)) violations.blame('I6', `${key} of ${workflowId} was acknowledged as ${id}, which is not there`);
  }
  const manual = runs.filter(({ runType }) => runType === 'manual');
  if (manual.length > asked.length) violations.blame('I2', `${manual.length} runs for ${asked.length} requests`);
  for (const id of approved) {
    const row = await store.approvals.get(id);
    if (row?.status !== 'approved' || row.comment !== id)
      violations.blame('I6', `the answer to ${id} was acknowledged, it is ${row?.status ?? 'gone'}`);
  }
  for (const entry of ledger.values())
    if (!byId.has(entry.runId)) violations.blame('I6', `the ledger has run ${entry.runId}, which is not there`);
  await judgeBetween(store, runs, ledger, violations);

  const attempts = new Map<string, AttemptRow[]>();
  for (const { id } of runs) attempts.set(id, await store.runs.attempts(id));
  const excused = await excusedRuns(store, runs, attempts);
  for (const run of runs) {
    const own = attempts.get(run.id) ?? [];
    if (run.endedAt === null) violations.blame('I12', `run ${run.id} of ${run.workflowId} is ${run.status}`);
    const cancelled = asked.some((each) => each.cancelled && each.runIds.has(run.id));
    const meant = run.workflowId === 'broken' ? 'failed' : 'success';
    if (!cancelled && run.status !== meant && !excused.has(run.id))
      violations.blame('I5', `run ${run.id} of ${run.workflowId} ended ${run.status}: ${run.reason}`);
    await judgeEvents(store, run, violations);
    judgeAttempts(run, own, ledger, violations);
    await judgeLogs(store, own, violations);
  }
  return { runs: runs.length, attempts: [...attempts.values()].reduce((sum, rows) => sum + rows.length, 0) };
}

async function allRuns(store: Store): Promise<RunRow[]> {
  const runs: RunRow[] = [];
  for (let before: { createdAt: number; id: string } | undefined; ;) {
    const page = await store.runs.list({ limit: 500, ...(before ? { before } : {}) });
    runs.push(...page);
    const last = page.at(-1);
    if (!last || page.length < 500) return runs;
    before = { createdAt: last.createdAt, id: last.id };
  }
}

/**
 * Runs that failed by our own doing: a task was killed under our hands more often than the cap allows, and says so; and the
 * parents of such runs.
 */
async function excusedRuns(
  store: Store,
  runs: readonly RunRow[],
  attempts: ReadonlyMap<string, readonly AttemptRow[]>,
): Promise<Set<string>> {
  const excused = new Set<string>();
  for (const [id, rows] of attempts) if (rows.filter(({ infra }) => infra).length > 3) excused.add(id);
  for (const { runId, parentRunId } of await store.childRuns.of(
    runs.filter((run) => run.workflowId === 'parent').map(({ id }) => id),
  ))
    if (excused.has(runId)) excused.add(parentRunId);
  return excused;
}

/** The stored task runs are what the stored events fold to. */
async function judgeEvents(store: Store, run: RunRow, violations: Violations): Promise<void> {
  const definition = await store.runs.definition(run.id);
  const parsed = definition && parseWorkflow(definition);
  if (!parsed?.ok) return violations.blame('I4', `run ${run.id} has no definition`);
  const events = await store.runs.events(run.id, 0, 100_000);
  if (events.some(({ seq }, n) => seq !== n + 1) || events.at(-1)?.seq !== run.seq)
    violations.blame('I4', `run ${run.id} has a gap in its events`);
  const plan = compilePlan(parsed.workflow);
  const state = fold(
    plan,
    events.map(({ event }) => event),
  );
  const name = (task: string, index: number | undefined) => `${task}#${index ?? -1}`;
  const rows = new Map((await store.runs.taskRuns(run.id)).map((row) => [name(row.task, row.mapIndex), row.status]));
  for (const { task, index, status } of taskRuns(plan, state)) {
    const stored = rows.get(name(task, index)) ?? 'none';
    if (stored !== status)
      violations.blame('I4', `${run.id}/${name(task, index)} is stored as ${stored}, its events say ${status}`);
  }
}
