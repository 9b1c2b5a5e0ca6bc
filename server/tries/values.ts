import type { Json } from '#domain/definition/schema/json.ts';
import type { Store } from '#server/store/store.ts';
import type { TryInput } from '#server/store/try-row.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';
import { taskHashes } from './task-hashes.ts';

/** What a task last gave, as far as tries know. */
export interface TryValue {
  task: string;
  source: Exclude<TryInput['source'], 'typed'>;
  output: Json;
  /** ms since the epoch: when it was pinned, run or tried. */
  at: number;
  runId: string | null;
  runNumber: number | null;
  /** `taskHash` of the task as it was when it gave this; null: not known. */
  taskHash: string | null;
  /** Names of the files it left. */
  artifacts: string[];
}

/** Runs that are looked through for the outputs of tasks, newest first. */
const runsSeen = 5;

interface Row {
  task: string;
  mapIndex: number;
  output: Json | null;
}

/** Outputs by task; of a mapped one the list of its copies', in index order. */
function byTask(rows: readonly Row[]): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const { task, mapIndex, output } of rows) {
    if (mapIndex < 0) {
      found.set(task, output);
      continue;
    }
    const known = found.get(task);
    const list: Json[] = Array.isArray(known) ? known : [];
    while (list.length < mapIndex) list.push(null);
    list[mapIndex] = output;
    found.set(task, list);
  }
  return found;
}

/** Names of the files that the tasks of a run left, each once. */
async function filesByTask(store: Store, runId: string): Promise<Map<string, string[]>> {
  const files = await store.runs.artifacts(runId);
  if (files.length === 0) return new Map();
  const taskOf = new Map((await store.runs.attempts(runId)).map(({ id, task }) => [id, task]));
  const found = new Map<string, string[]>();
  for (const { attemptId, name } of files) {
    const task = taskOf.get(attemptId) ?? '';
    found.set(task, [...new Set([...(found.get(task) ?? []), name])]);
  }
  return found;
}

/** For every task that has any the value a try takes: its pin, else its output in the newest run that has one, else that of its last try. */
export async function tryValues(store: Store, workflowId: string): Promise<TryValue[]> {
  await requireWorkflow(store, workflowId);
  const [pins, runs, tried] = await Promise.all([
    store.pins.list(workflowId),
    store.runs.recent([workflowId], runsSeen),
    store.tries.outputs(workflowId),
  ]);
  const values = new Map<string, TryValue>();
  const add = (value: TryValue) => {
    if (!values.has(value.task)) values.set(value.task, value);
  };
  for (const { task, output, pinnedAt, taskHash } of pins)
    add({ task, source: 'pin', output, at: pinnedAt, runId: null, runNumber: null, taskHash, artifacts: [] });
  const outputs = await Promise.all(runs.map((run) => store.runs.outputs(run.id)));
  const ofVersion = new Map<number, (task: string) => string | null>();
  for (const [n, run] of runs.entries()) {
    const fresh = [...byTask(outputs[n] ?? [])].filter(([task]) => !values.has(task));
    if (fresh.length === 0) continue;
    // Runs of one version ran the same: a large definition is read once.
    const known = run.version > 0 ? ofVersion.get(run.version) : undefined;
    const [hashOf, files] = await Promise.all([known ?? taskHashes(store, run.id), filesByTask(store, run.id)]);
    if (run.version > 0 && hashOf !== null) ofVersion.set(run.version, hashOf);
    const at = run.endedAt ?? run.createdAt;
    for (const [task, output] of fresh)
      add({
        ...{ task, source: 'run', output, at, runId: run.id, runNumber: run.number },
        taskHash: hashOf?.(task) ?? null,
        artifacts: files.get(task) ?? [],
      });
  }
  const rowOf = new Map(tried.map((row) => [row.task, row]));
  for (const [task, output] of byTask(tried)) {
    const row = rowOf.get(task);
    if (row === undefined || values.has(task)) continue;
    const [hashOf, files] = await Promise.all([taskHashes(store, row.runId), filesByTask(store, row.runId)]);
    add({
      ...{ task, source: 'try', output, at: row.createdAt, runId: null, runNumber: null },
      taskHash: hashOf?.(task) ?? null,
      artifacts: files.get(task) ?? [],
    });
  }
  return [...values.values()];
}
