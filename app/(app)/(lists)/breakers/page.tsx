import type { Metadata } from 'next';
import { BreakersPage } from '#components/breakers/breakers-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Circuit breakers' };

/** Circuit breakers of workflows: which are open, why, and when they are tried again. */
export default async function Page() {
  await requirePerson();
  return <BreakersPage />;
}
