import type { ApprovalEnd } from '#server/store/approval-row.ts';

/** An approval that ends without an answer. */
export const unanswered = { answeredAt: null, answeredBy: null, comment: null, answers: null } satisfies Partial<
  ApprovalEnd['set']
>;
