import type { Metadata } from 'next';
import { DesignPage } from '#components/designer/design-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Design' };

/** The designer of one workflow. */
export default async function Page() {
  await requirePerson();
  return <DesignPage />;
}
