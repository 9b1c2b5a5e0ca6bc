import type { Metadata } from 'next';
import { PoolsPage } from '#components/pools/pools-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Pools' };

/** Pools, with who uses them now. */
export default async function Page() {
  await requirePerson();
  return <PoolsPage />;
}
