import type { Metadata } from 'next';
import { RunsPage } from '#components/runs/runs-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Runs' };

/** All runs; `?workflow=` and `?status=` (with commas) filter. */
export default async function Page() {
  await requirePerson();
  return <RunsPage />;
}
