import { plansByVersion } from '#server/runs/plans-by-version.ts';
import { firstVersion } from '#domain/run/first-version.ts';
import { earlierVersions } from '#server/runs/earlier-versions.ts';
import { judgeRun } from '#server/health/judge-run.ts';
import type { AttemptRow, LogChunk, RunRow, Store } from '#server/store/store.ts';
import type { Asked } from './client.ts';
import { judgeAttempts } from './judge-attempts.ts';
import { judgeBetween } from './judge-between.ts';
import { judgeLogs } from './judge-logs.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Violations } from './violations.ts';

const mostNamed = 100;

export interface Evidence {
  store: Store;
  asked: readonly Asked[];
  /** Approvals whose answer was acknowledged. */
  approved: ReadonlySet<string>;
  ledger: ReadonlyMap<string, LedgerEntry>;
  /** What the client saw of logs, by attempt. */
  seen: ReadonlyMap<string, readonly LogChunk[]>;
}

/** Compares what is stored with what the tasks and the client wrote down. */
export async function judge(evidence: Evidence, violations: Violations): Promise<{ runs: number; attempts: number }> {
  const { store, asked, approved, ledger, seen } = evidence;
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
  // What the product would say of itself.
  for (const { invariant, subject, message } of await store.health.contradictions(mostNamed))
    violations.blame(invariant, `${subject}: ${message}`);

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
    await judgeEvents(evidence, run, own, violations);
    judgeAttempts(run, own, ledger, violations);
    await judgeLogs(store, own, seen, violations);
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

/** By the product's own judge: the machine takes every stored event, and the stored rows are what it makes of them. */
async function judgeEvents(
  { store }: Pick<Evidence, 'store'>,
  run: RunRow,
  attempts: AttemptRow[],
  violations: Violations,
): Promise<void> {
  const definition = await store.runs.definition(run.id);
  if (!definition) return violations.blame('I4', `run ${run.id} has no definition`);
  const stored = await store.runs.events(run.id, 0, 100_000);
  if (stored.some(({ seq }, n) => seq !== n + 1) || stored.at(-1)?.seq !== run.seq)
    violations.blame('I4', `run ${run.id} has a gap in its events`);
  const events = stored.map(({ event }) => event);
  const rows = await store.runs.taskRuns(run.id);
  const plans = plansByVersion([{ version: run.version, definition }, ...(await earlierVersions(store, run, events))]);
  const plan = plans?.get(firstVersion(events, run.version));
  if (!plan) return violations.blame('I4', `run ${run.id} has a definition that cannot be read`);
  const planOf = (version: number) => plans?.get(version);
  for (const { invariant, subject, message } of judgeRun({ plan, planOf, run, events, rows, attempts }))
    violations.blame(invariant, `${subject}: ${message}`);
}
