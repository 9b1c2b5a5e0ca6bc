import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '#server/store/store.ts';

const key = 'setup.token';
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes the one-time token for the first owner and gives it: the only time it is known, since only its hash is kept. The
 * engine does this at each start while there is no owner; an earlier token is void then.
 */
export async function makeSetupToken(store: Store): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await store.settings.put(key, digest(token));
  return token;
}

/** Whether this is the newest token. That there is no owner yet is asked by who makes one. */
export async function isSetupToken(store: Store, token: string): Promise<boolean> {
  const kept = await store.settings.get(key);
  return kept !== null && timingSafeEqual(Buffer.from(kept), Buffer.from(digest(token)));
}
