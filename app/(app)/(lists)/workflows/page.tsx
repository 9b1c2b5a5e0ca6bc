import type { Metadata } from 'next';
import { WorkflowsPage } from '#components/workflows/workflows-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Workflows' };

/** All workflows; `?q=` is the search, `?show=` the segment. */
export default async function Page() {
  await requirePerson();
  return <WorkflowsPage />;
}
