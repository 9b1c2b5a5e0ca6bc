import type { Person } from '#server/auth/person.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import { previewActOf, type ActedRun } from '#server/runs/preview-acts.ts';
import { requireRun } from '#server/runs/require-run.ts';
import type { Store } from '#server/store/store.ts';
import { mayAnswer } from './may-answer.ts';

/** What any answer of this person would do: the task that goes on. Refuses as the answer itself, `approval.unknown` (404), `approval.not-yours` (403). */
export async function previewAnswer(
  store: Store,
  engine: Pick<EngineCommands, 'previewAct'>,
  id: string,
  person: Person,
): Promise<ActedRun> {
  const row = await store.approvals.get(id);
  if (!row) throw new Refusal('approval.unknown', 'There is no such approval. Its run may have been removed as too old.', 404);
  if (!mayAnswer(person, row.audience))
    throw new Refusal('approval.not-yours', 'Somebody else is asked. Those who may answer are named beside the question.', 403);
  const { task, mapIndex } = row;
  const run = await requireRun(store, row.runId);
  return previewActOf(engine, run, { type: 'answer', task, ...(mapIndex < 0 ? {} : { index: mapIndex }) });
}
