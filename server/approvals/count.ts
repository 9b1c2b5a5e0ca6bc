import type { Person } from '#server/auth/person.ts';
import type { Store } from '#server/store/store.ts';
import { mayAnswer } from './may-answer.ts';

/** Beyond so many nobody counts. */
const counted = 500;

/** How many approvals wait, and how many of them wait for this person; both stop at 500. */
export async function countApprovals(store: Store, person: Person): Promise<{ waiting: number; mine: number }> {
  const rows = await store.approvals.waiting(counted);
  return { waiting: rows.length, mine: rows.filter(({ audience }) => mayAnswer(person, audience)).length };
}
