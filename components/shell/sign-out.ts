import { toast } from '#components/ui/toast.ts';

/** Ends the session and goes to the sign-in page. The whole page is loaded anew, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null);
  if (answer?.ok) location.assign('/sign-in');
  else toast({ level: 'error', title: 'You are still signed in.', body: 'The server did not answer. Try again.' });
}
