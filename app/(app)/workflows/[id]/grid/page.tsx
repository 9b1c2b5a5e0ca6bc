import type { Metadata } from 'next';
import { GridPage } from '#components/grid/grid-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Grid' };

/** Runs × tasks of one workflow. */
export default async function Page() {
  await requirePerson();
  return <GridPage />;
}
