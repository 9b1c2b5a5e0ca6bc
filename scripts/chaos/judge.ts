import { parseWorkflow } from '#domain/definition/parse.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { fold } from '#domain/run/fold.ts';
import { taskRuns } from '#domain/run/read.ts';
import type { AttemptRow, RunRow, Store } from '#server/store/store.ts';
import type { Asked } from './client.ts';
import type { LedgerEntry } from './ledger.ts';

/** Violations found, by invariant of trust.md. */
export type Violations = Record<string, string[]>;

export interface Evidence {
  store: Store;
  asked: readonly Asked[];
  ledger: ReadonlyMap<string, LedgerEntry>;
  /** The schedule's period. */
  everyMs: number;
  strays: readonly { pid: number; command: string }[];
}

/** Clocks of two processes may differ by a tick. */
const slackMs = 20;

/** Compares what is stored with what the tasks and the client wrote down. */
export async function judge({
  store,
  asked,
  ledger,
  everyMs,
  strays,
}: Evidence): Promise<{ violations: Violations; runs: number; attempts: number }> {
  const violations: Violations = { I1: [], I2: [], I3: [], I4: [], I5: [], I6: [], I7: [], I8: [], I10: [], I12: [] };
  const blame = (invariant: string, what: string) => void (violations[invariant] ??= []).push(what);
  const runs = await allRuns(store);
  const byId = new Map(runs.map((run) => [run.id, run]));

  const occurrences = (await store.triggers.occurrences('tick', 100_000)).map(({ at }) => at).sort((a, b) => a - b);
  for (let n = 1; n < occurrences.length; n++)
    if (occurrences[n]! - occurrences[n - 1]! !== everyMs) blame('I1', `between ${occurrences[n - 1]} and ${occurrences[n]}`);

  for (const { key, runIds, workflowId } of asked) {
    if (runIds.size > 1) blame('I2', `${key} made ${[...runIds].join(' and ')}`);
    for (const id of runIds)
      if (!byId.has(id)) blame('I6', `${key} of ${workflowId} was acknowledged as ${id}, which is not there`);
  }
  const manual = runs.filter(({ runType }) => runType === 'manual');
  if (manual.length > asked.length) blame('I2', `${manual.length} runs for ${asked.length} requests`);

  let count = 0;
  for (const run of runs) {
    const attempts = await store.runs.attempts(run.id);
    count += attempts.length;
    if (run.endedAt === null) blame('I12', `run ${run.id} of ${run.workflowId} is ${run.status}`);
    const cancelled = asked.some((each) => each.cancelled && each.runIds.has(run.id));
    if (!cancelled && run.status !== 'success' && !onlyLost(attempts))
      blame('I5', `run ${run.id} of ${run.workflowId} ended ${run.status}: ${run.reason}`);
    await judgeEvents(store, run, blame);
    judgeAttempts(run, attempts, ledger, blame);
    await judgeLogs(store, attempts, blame);
  }
  for (const entry of ledger.values())
    if (!byId.has(entry.runId)) blame('I6', `the ledger has run ${entry.runId}, which is not there`);
  for (const { pid, command } of strays) blame('I10', `${pid} ${command.slice(0, 100)}`);
  return { violations, runs: runs.length, attempts: count };
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

/** A task that was killed under our hands more often than the cap allows has failed by our own doing, and says so. */
const onlyLost = (attempts: readonly AttemptRow[]): boolean => attempts.filter(({ infra }) => infra).length > 3;

/** The stored task runs are what the stored events fold to. */
async function judgeEvents(store: Store, run: RunRow, blame: (invariant: string, what: string) => void): Promise<void> {
  const definition = await store.runs.definition(run.id);
  const parsed = definition && parseWorkflow(definition);
  if (!parsed?.ok) return blame('I4', `run ${run.id} has no definition`);
  const events = await store.runs.events(run.id, 0, 100_000);
  if (events.some(({ seq }, n) => seq !== n + 1) || events.at(-1)?.seq !== run.seq)
    blame('I4', `run ${run.id} has a gap in its events`);
  const plan = compilePlan(parsed.workflow);
  const views = taskRuns(
    plan,
    fold(
      plan,
      events.map(({ event }) => event),
    ),
  );
  const rows = new Map((await store.runs.taskRuns(run.id)).map((row) => [row.task, row.status]));
  for (const { task, status } of views)
    if ((rows.get(task) ?? 'none') !== status)
      blame('I4', `${run.id}/${task} is stored as ${rows.get(task)}, its events say ${status}`);
}

function judgeAttempts(
  run: RunRow,
  attempts: readonly AttemptRow[],
  ledger: ReadonlyMap<string, LedgerEntry>,
  blame: (invariant: string, what: string) => void,
): void {
  const byTask = new Map<string, AttemptRow[]>();
  for (const row of attempts) byTask.set(row.task, [...(byTask.get(row.task) ?? []), row]);
  for (const [task, rows] of byTask) {
    const name = `${run.id}/${task}`;
    if (rows.filter(({ infra }) => !infra).length > 3) blame('I5', `${name} has ${rows.length} attempts`);
    const entries = rows
      .map((row) => ({ row, entry: ledger.get(`${run.id} ${task} ${row.attempt}`) }))
      .sort((a, b) => a.row.attempt - b.row.attempt);
    let last = -Infinity;
    for (const { row, entry } of entries) {
      if (row.endedAt === null) blame('I12', `${row.id} is ${row.status}`);
      if (!entry) {
        if (row.status === 'success') blame('I3', `${row.id} succeeded, and nothing of it ran`);
        continue;
      }
      if (entry.begins.length > 1) blame('I3', `${row.id} began ${entry.begins.length} times`);
      const began = entry.begins[0] ?? 0;
      if (began + slackMs < last) blame('I3', `${row.id} began at ${began}, while the one before went on until ${last}`);
      last = Math.max(last, began, ...entry.ends);
      if (row.status === 'success' && entry.ends.length === 0) blame('I3', `${row.id} succeeded before it had ended`);
    }
  }
  for (const [key, { task, attempt, runId }] of ledger)
    if (runId === run.id && !attempts.some((row) => row.task === task && row.attempt === attempt))
      blame('I3', `${key} ran and is not stored`);
  const began = (task: string) => Math.min(...attemptsOf(ledger, run.id, task).flatMap(({ begins }) => begins));
  const ended = (task: string) => Math.min(...attemptsOf(ledger, run.id, task).flatMap(({ ends }) => ends));
  for (const [first, second] of order[run.workflowId] ?? [])
    if (Number.isFinite(began(second)) && !(ended(first) <= began(second) + slackMs))
      blame('I7', `${run.id}: ${second} began before ${first} ended`);
}

const attemptsOf = (ledger: ReadonlyMap<string, LedgerEntry>, runId: string, task: string): LedgerEntry[] =>
  [...ledger.values()].filter((entry) => entry.runId === runId && entry.task === task);

/** Which task waits for which, by workflow. */
const order: Record<string, [string, string][]> = {
  chain: [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ],
  fan: [
    ['start', 'f1'],
    ['f5', 'join'],
  ],
  long: [['slow', 'after']],
};

async function judgeLogs(
  store: Store,
  attempts: readonly AttemptRow[],
  blame: (invariant: string, what: string) => void,
): Promise<void> {
  for (const row of attempts) {
    if (row.status !== 'success') continue;
    const chunks = (await store.runs.logs(row.id, 0, 1_000)).filter(({ stream }) => stream === 'out');
    const text = chunks.map((chunk) => chunk.text).join('');
    if (text !== `said ${row.task} ${row.attempt}\n`) blame('I8', `${row.id} has the log ${JSON.stringify(text)}`);
  }
}
