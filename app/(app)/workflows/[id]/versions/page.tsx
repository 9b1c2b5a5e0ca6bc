import type { Metadata } from 'next';
import { VersionsPage } from '#components/designer/versions/versions-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Versions' };

/** Versions of one workflow. */
export default async function Page() {
  await requirePerson();
  return <VersionsPage />;
}
