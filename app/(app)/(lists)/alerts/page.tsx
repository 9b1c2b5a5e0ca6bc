import type { Metadata } from 'next';
import { AlertsPage } from '#components/alerts/alerts-page.tsx';
import { requirePerson } from '#server/auth/require-person.ts';

export const metadata: Metadata = { title: 'Alerts' };

/** Alerts: who was told what of which run, what waits to be sent, and what could not be. */
export default async function Page() {
  await requirePerson();
  return <AlertsPage />;
}
