import { may } from '#server/auth/permission.ts';
import type { Person } from '#server/auth/person.ts';
import { asRole, roles } from '#server/auth/role.ts';
import type { Audience } from '#server/store/approval-row.ts';

/** Whether a person may answer: one of those named by e-mail, or of the role named or higher; neither named: who may run. */
export function mayAnswer(person: Pick<Person, 'email' | 'role'>, { role, people }: Audience): boolean {
  const email = person.email.toLowerCase();
  if (people.some((one) => one.trim().toLowerCase() === email)) return true;
  if (role !== null) return roles.indexOf(person.role) >= roles.indexOf(asRole(role));
  return people.length === 0 && may(person.role, 'runs.create');
}
