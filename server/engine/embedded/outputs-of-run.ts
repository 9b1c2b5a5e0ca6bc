import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { leafTasks } from '#domain/run/leaf-tasks.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { VersionCache } from './version-cache.ts';

/** Outputs of the leaves of a stored run, by task; of a mapped one the list of its copies'. Only of those that succeeded. */
export async function outputsOfRun(store: Store, versions: VersionCache, runId: string): Promise<JsonObject> {
  const row = await store.runs.get(runId);
  if (!row) throw new Refusal('run.unknown', `There is no run ${runId}.`, 404);
  const leaves = new Set(leafTasks((await versions.ofRun(row)).plan));
  const outputs: JsonObject = {};
  for (const { task, mapIndex, output } of await store.runs.outputs(runId)) {
    if (!leaves.has(task)) continue;
    if (mapIndex < 0) outputs[task] = output;
    else ((outputs[task] ??= []) as Json[])[mapIndex] = output;
  }
  return outputs;
}
