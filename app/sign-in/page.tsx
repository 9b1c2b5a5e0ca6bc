import type { Metadata } from 'next';
import { SignInForm } from '#components/first-run/sign-in-form.tsx';
import { safePath } from '#components/first-run/safe-path.ts';
import { redirect } from 'next/navigation';
import { headers } from 'next/headers';
import { ownerExists } from '#server/auth/owner-exists.ts';
import { personOf } from '#server/auth/person-of.ts';
import { webProcess } from '#server/boot/web.ts';

export const metadata: Metadata = { title: 'Sign in' };

/** `?from=` is where to go on. Who is signed in already goes there at once; before there is an owner, to set-up. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const from = safePath((await searchParams).from);
  const { auth } = await webProcess();
  if (await personOf(auth, await headers())) redirect(from);
  if (!(await ownerExists(auth))) redirect('/setup');
  return <SignInForm from={from} />;
}
