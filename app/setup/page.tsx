import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SetupForm } from '#components/first-run/setup-form.tsx';
import { ownerExists } from '#server/auth/owner-exists.ts';
import { webProcess } from '#server/boot/web.ts';

export const metadata: Metadata = { title: 'First start', referrer: 'no-referrer' };

/** First start only: `?token=` is the one that was printed. Once there is an owner it leads to the sign-in. */
export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { auth } = await webProcess();
  if (await ownerExists(auth)) redirect('/sign-in');
  const { token } = await searchParams;
  return <SetupForm token={typeof token === 'string' ? token : ''} />;
}
