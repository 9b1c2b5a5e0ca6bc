import { Refusal } from '#server/refusal.ts';
import { may, type Permission } from './permission.ts';
import type { Person } from './person.ts';

/** Refuses unless somebody is signed in (401 `auth.required`) and their role has the permission (403 `auth.forbidden`). */
export function requirePermission(person: Person | null, permission: Permission): asserts person is Person {
  if (!person) throw new Refusal('auth.required', 'Your session has ended. Sign in again.', 401);
  if (!may(person.role, permission))
    throw new Refusal('auth.forbidden', `Your role (${person.role}) does not allow this. An admin can change it.`, 403, {
      permission,
    });
}
