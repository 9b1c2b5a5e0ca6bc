import type { Metadata } from 'next';
import { DesignPage } from '#components/designer/design-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Design' };

/** The designer of one workflow. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  await requirePerson(`/workflows/${(await params).id}`);
  return <DesignPage />;
}
