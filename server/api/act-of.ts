import type { Act } from '#server/act.ts';
import type { Person } from '#server/auth/person.ts';

/** Who does it and when, out of a procedure's context: identity comes from the session only. */
export const actOf = (context: { person: Person; at: number }): Act => ({ by: context.person.id, at: context.at });
