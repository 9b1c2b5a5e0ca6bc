import type { Metadata } from 'next';
import { WorkflowRunsPage } from '#components/designer/runs/workflow-runs-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Runs' };

/** Runs of one workflow. */
export default async function Page() {
  await requirePerson();
  return <WorkflowRunsPage />;
}
