import { Refusal } from '#server/refusal.ts';

const windowMs = 10 * 60_000;
const mostFailures = 20;
const mostAccounts = 10_000;

const failures = new Map<string, number[]>();

/**
 * Counts failed sign-ins an account, whatever address they come from (better-auth counts an address): over twenty in ten
 * minutes is 429 `auth.too-many`. Gives what tells how the sign-in went.
 */
export async function signInLimit(request: Request, now = Date.now()): Promise<(succeeded: boolean) => void> {
  const body: unknown = await request.json().catch(() => null);
  const email =
    typeof body === 'object' && body !== null && 'email' in body ? String(body.email).trim().toLowerCase().slice(0, 300) : '';
  const recent = (failures.get(email) ?? []).filter((at) => at > now - windowMs);
  if (recent.length >= mostFailures)
    throw new Refusal('auth.too-many', 'Too many failed sign-ins for this account. Try again in ten minutes.', 429);
  return (succeeded) => {
    failures.delete(email);
    if (succeeded) return;
    failures.set(email, [...recent, now]);
    for (const oldest of failures.keys()) {
      if (failures.size <= mostAccounts) break;
      failures.delete(oldest);
    }
  };
}
