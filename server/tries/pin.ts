import { taskHash } from '#domain/definition/task-hash.ts';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { definitionOf } from '#server/workflows/definition-of.ts';
import { requireDraft } from '#server/workflows/require-draft.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';
import { checkValue } from './check-value.ts';

/** Pins an output to a task of the draft, for tries; `output` may be one that a person has changed. 404 `task.unknown`. */
export async function pinOutput(
  store: Store,
  { workflowId, task, output }: { workflowId: string; task: string; output: unknown },
  { by, at }: Act,
): Promise<Record<never, never>> {
  await requireWorkflow(store, workflowId);
  const { definition } = await requireDraft(store, workflowId);
  const own = definitionOf(definition).tasks.find(({ id }) => id === task);
  if (own === undefined) throw new Refusal('task.unknown', `The draft has no task ${task}. It may have been removed.`, 404);
  const value = checkValue(task, output);
  await store.pins.put({ workflowId, task, output: value, pinnedAt: at, pinnedBy: by, taskHash: taskHash(own) });
  return {};
}
