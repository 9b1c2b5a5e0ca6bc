import type { Metadata } from 'next';
import { HealthPage } from '#components/health/health-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Health' };

/** How the product itself is; its data are for admins. */
export default async function Page() {
  await requirePerson();
  return <HealthPage />;
}
