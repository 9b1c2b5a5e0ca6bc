import type { Metadata } from 'next';
import { RunsPage } from '#components/runs/runs-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Runs' };

/** All runs; `?workflow=`, `?status=` (with commas), `?kind=`, `?trigger=`, `?when=` or `?from=` and `?to=`, and `?note=` filter. */
export default async function Page() {
  await requirePerson();
  return <RunsPage />;
}
