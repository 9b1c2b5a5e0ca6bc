import type { Metadata } from 'next';
import { OperatorsPage } from '#components/operators/operators-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Operators' };

/** What tasks can be: people's own operators with their problems, and the built-in ones. */
export default async function Page() {
  await requirePerson();
  return <OperatorsPage />;
}
