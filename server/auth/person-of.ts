import type { Auth } from './create-auth.ts';
import type { Person } from './person.ts';
import { asRole } from './role.ts';

/** Who sent these headers: looked up in the database each time; null without a living session. */
export async function personOf(auth: Auth, headers: Headers): Promise<Person | null> {
  if (!headers.has('cookie')) return null;
  const found = await auth.core.api.getSession({ headers });
  if (!found) return null;
  const { user, session } = found;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: asRole(user.role),
    timezone: user.timezone ?? null,
    sessionId: session.id,
  };
}
