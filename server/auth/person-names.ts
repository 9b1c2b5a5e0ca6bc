import type { Auth } from './create-auth.ts';

/** Names of everybody with an account, by id: one statement, whatever list asks. */
export async function personNames(auth: Auth): Promise<Map<string, string>> {
  const { internalAdapter } = await auth.core.$context;
  const people = await internalAdapter.listUsers(10_000);
  return new Map(people.map((person) => [person.id, person.name]));
}
