import type { Metadata } from 'next';
import { RunPage } from '#components/run-view/run-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Run' };

/** One run; `?task=` and `?attempt=` say what is looked at. */
export default async function Page({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  await requirePerson();
  return <RunPage runId={decodeURIComponent(runId)} />;
}
