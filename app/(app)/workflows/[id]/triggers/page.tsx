import type { Metadata } from 'next';
import { TriggersPage } from '#components/triggers/triggers-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Triggers' };

/** Triggers of one workflow. */
export default async function Page() {
  await requirePerson();
  return <TriggersPage />;
}
