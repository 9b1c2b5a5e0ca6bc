import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { webProcess } from '#server/boot/web.ts';
import { ownerExists } from './owner-exists.ts';
import type { Person } from './person.ts';
import { personOf } from './person-of.ts';

/**
 * For pages and layouts: who asks. Without a session the browser goes to sign in and comes back to the page it asked for
 * (the proxy says which), before there is an owner to set-up.
 */
export async function requirePerson(): Promise<Person> {
  const { auth } = await webProcess();
  const asked = await headers();
  const person = await personOf(auth, asked);
  if (person) return person;
  if (!(await ownerExists(auth))) redirect('/setup');
  const from = asked.get('x-asked-path') ?? '/workflows';
  redirect(from === '/workflows' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`);
}
