import type { WebProcess } from '#server/boot/web.ts';
import { isSetupToken } from '#server/boot/setup-token.ts';
import { Refusal } from '#server/refusal.ts';
import { hashPassword, type Auth } from './create-auth.ts';
import { ownerExists } from './owner-exists.ts';

export interface OwnerInput {
  token: string;
  name: string;
  email: string;
  password: string;
}

/** Two requests with the token at once: the second finds the owner that the first made. There is one process of pages. */
let last: Promise<unknown> = Promise.resolve();
function oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}

/**
 * Makes the first account, an admin, and signs it in: gives the cookies to set. Refuses when there is an owner (409
 * `owner.exists`), with another token than the printed one (403 `owner.token`), or with the address as password
 * (422 `owner.password`).
 */
export function createOwner(
  { auth, store }: Pick<WebProcess, 'auth' | 'store'>,
  input: OwnerInput,
  headers: Headers,
): Promise<string[]> {
  return oneAfterAnother(async () => {
    if (await ownerExists(auth))
      throw new Refusal('owner.exists', 'There is an owner already. Sign in, or ask them for an account.', 409);
    if (!(await isSetupToken(store, input.token)))
      throw new Refusal('owner.token', 'This link does not hold. Use the address that was printed at the last start.', 403);
    const email = input.email.trim().toLowerCase();
    if (input.password.trim().toLowerCase() === email)
      throw new Refusal('owner.password', 'Your e-mail address is no password. Choose another.', 422);
    await makeAccount(auth, { ...input, email });
    const answer = await auth.core.api.signInEmail({ body: { email, password: input.password }, headers, asResponse: true });
    return answer.headers.getSetCookie();
  });
}

async function makeAccount(auth: Auth, { name, email, password }: OwnerInput): Promise<void> {
  const { internalAdapter } = await auth.core.$context;
  const hash = await hashPassword(password);
  // A crash may have left the person of an earlier try without a password.
  const known = await internalAdapter.findUserByEmail(email);
  const user =
    known?.user ?? (await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email-password' }));
  await internalAdapter.updateUser(user.id, { name, role: 'admin' });
  await internalAdapter.createAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: hash });
}
