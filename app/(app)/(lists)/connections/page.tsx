import type { Metadata } from 'next';
import { ConnectionsPage } from '#components/connections/connections-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Connections' };

/** Databases, web services and mail servers that tasks name. */
export default async function Page() {
  await requirePerson();
  return <ConnectionsPage />;
}
