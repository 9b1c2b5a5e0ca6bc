import { Refusal } from '#server/refusal.ts';
import type { Auth } from './create-auth.ts';
import type { Person } from './person.ts';

/** Keeps the zone in which this person sees instants; an unknown one is 400 `timezone.unknown`. */
export async function setTimezone(auth: Auth, person: Person, timezone: string): Promise<void> {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new Refusal('timezone.unknown', `There is no time zone ${timezone}. Names look like Europe/Zurich.`);
  }
  const { internalAdapter } = await auth.core.$context;
  await internalAdapter.updateUser(person.id, { timezone });
}
