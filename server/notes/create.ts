import { randomUUID } from 'node:crypto';
import type { Act } from '#server/act.ts';
import { Refusal } from '#server/refusal.ts';
import { requireRun } from '#server/runs/require-run.ts';
import type { Store } from '#server/store/store.ts';

/** Writes a note beside a run or one of its task runs. Refuses with `run.unknown`, `task.unknown` (404). */
export async function createNote(
  store: Store,
  input: { runId: string; task?: string; index?: number; text: string },
  { by, at }: Act,
): Promise<{ id: string }> {
  await requireRun(store, input.runId);
  const { task = null, index } = input;
  if (task !== null && !(await store.runs.definition(input.runId))?.tasks.some(({ id }) => id === task))
    throw new Refusal('task.unknown', `The run has no task ${task}.`, 404);
  const id = randomUUID();
  await store.notes.create({
    id,
    runId: input.runId,
    task,
    mapIndex: task === null ? null : (index ?? null),
    text: input.text,
    createdAt: at,
    createdBy: by,
  });
  return { id };
}
