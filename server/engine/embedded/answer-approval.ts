import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { Refusal } from '#server/refusal.ts';
import type { ApprovalRow } from '#server/store/approval-row.ts';
import type { Store } from '#server/store/store.ts';
import type { ApprovalAnswer } from '../commands.ts';
import type { Decider } from '../turn/decider.ts';
import { wakeAttempt } from '../turn/wake-attempt.ts';

export interface AnswerParts {
  store: Store;
  decider: Decider;
  now(): number;
  command<T>(decide: () => T): Promise<T>;
  /** Takes secrets out of what is stored. */
  mask?(value: Json): Json;
}

/**
 * Gives a waiting task its answer; resolves once both, the answer and what follows, are stored. The first answer counts.
 * Refuses with `approval.unknown` (404), `approval.already-answered` (409), `approval.closed` (409, the task went on without
 * an answer), `approval.answers` (422, what was filled in breaks the form).
 */
export async function answerApproval(parts: AnswerParts, input: ApprovalAnswer): Promise<void> {
  const { store, decider, now, command, mask = (value) => value } = parts;
  const row = await store.approvals.get(input.id);
  if (!row) throw new Refusal('approval.unknown', 'There is no such approval. Its run may have been removed as too old.', 404);
  if (row.status !== 'waiting') throw closed(row);
  const answers = mask(filledIn(row, input)) as JsonObject;
  const comment = input.comment === undefined ? null : (mask(input.comment) as string);
  const { decision, by } = input;
  await command(() => {
    const at = now();
    const open = decider.attempts.get(row.attemptId);
    const answer = { decision, answers, comment, by: input.byName, at: new Date(at).toISOString() };
    if (!open?.parked || wakeAttempt(decider, open, { answer }, at, by ?? 'system') !== null)
      throw new Refusal('approval.already-answered', 'It was answered, or closed, a moment ago. Look again.', 409);
    decider.turn.endApproval(row.attemptId, { status: decision, answeredAt: at, answeredBy: by, comment, answers });
  });
}

/** What was filled in, with the defaults of the form. A rejection need not fill in anything. */
function filledIn({ form }: ApprovalRow, { decision, answers = {} }: ApprovalAnswer): JsonObject {
  if (!form) return {};
  if (decision === 'rejected') return answers;
  const full = withDefaults(answers, form);
  const faults = checkValue(full, { type: 'object', ...form }, 'The form');
  if (faults.length > 0) throw new Refusal('approval.answers', faults.map(({ message }) => message).join(' '), 422, { faults });
  return full;
}

function closed({ status, answeredAt, answeredBy }: ApprovalRow): Refusal {
  if (status === 'approved' || status === 'rejected') {
    const when = answeredAt === null ? '' : ` at ${new Date(answeredAt).toISOString()}`;
    return new Refusal('approval.already-answered', `It was ${status} already${when}; the first answer counts.`, 409, {
      decision: status,
      answeredAt,
      answeredBy,
    });
  }
  const why = status === 'expired' ? 'Nobody answered in time' : 'The task was cancelled, cleared or marked meanwhile';
  return new Refusal('approval.closed', `${why}; it needs no answer any more.`, 409);
}
