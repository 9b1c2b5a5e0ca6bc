import type { Metadata } from 'next';
import { ApprovalsPage } from '#components/approvals/approvals-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Approvals' };

/** What people are asked by runs that wait for them. */
export default async function Page() {
  await requirePerson();
  return <ApprovalsPage />;
}
