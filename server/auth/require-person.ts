import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { webProcess } from '#server/boot/web.ts';
import { ownerExists } from './owner-exists.ts';
import type { Person } from './person.ts';
import { personOf } from './person-of.ts';

/** For pages: who asks. Without a session the browser goes to sign in (and comes back to `from`), before there is an owner to set-up. */
export async function requirePerson(from = '/workflows'): Promise<Person> {
  const { auth } = await webProcess();
  const person = await personOf(auth, await headers());
  if (person) return person;
  if (!(await ownerExists(auth))) redirect('/setup');
  redirect(from === '/workflows' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(from)}`);
}
