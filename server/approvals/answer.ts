import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Person } from '#server/auth/person.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { mayAnswer } from './may-answer.ts';

/** Answers for a person. Refuses with `approval.unknown` (404), `approval.not-yours` (403), and what the engine refuses. */
export async function answerApproval(
  store: Store,
  engine: Pick<EngineCommands, 'answerApproval'>,
  input: { id: string; decision: 'approved' | 'rejected'; answers?: JsonObject; comment?: string },
  person: Person,
): Promise<void> {
  const row = await store.approvals.get(input.id);
  if (!row) throw new Refusal('approval.unknown', 'There is no such approval. Its run may have been removed as too old.', 404);
  if (!mayAnswer(person, row.audience))
    throw new Refusal('approval.not-yours', 'Somebody else is asked. Those who may answer are named beside the question.', 403);
  await engine.answerApproval({ ...input, by: person.id, byName: person.name });
}
