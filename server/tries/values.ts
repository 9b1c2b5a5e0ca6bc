import type { Json } from '#domain/definition/schema/json.ts';
import type { Store } from '#server/store/store.ts';
import type { TryInput } from '#server/store/try-row.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';

/** What a task last gave, as far as tries know. */
export interface TryValue {
  task: string;
  source: Exclude<TryInput['source'], 'typed'>;
  output: Json;
  /** ms since the epoch: when it was pinned, run or tried. */
  at: number;
  runId: string | null;
  runNumber: number | null;
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
  for (const { task, output, pinnedAt } of pins) add({ task, source: 'pin', output, at: pinnedAt, runId: null, runNumber: null });
  const outputs = await Promise.all(runs.map((run) => store.runs.outputs(run.id)));
  runs.forEach((run, n) => {
    for (const [task, output] of byTask(outputs[n] ?? []))
      add({ task, source: 'run', output, at: run.endedAt ?? run.createdAt, runId: run.id, runNumber: run.number });
  });
  const triedAt = new Map(tried.map(({ task, createdAt }) => [task, createdAt]));
  for (const [task, output] of byTask(tried))
    add({ task, source: 'try', output, at: triedAt.get(task) ?? 0, runId: null, runNumber: null });
  return [...values.values()];
}
