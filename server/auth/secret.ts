import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#server/refusal.ts';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * The key that signs session cookies, in `auth.secret` of the data directory (mode 0600). Made once, with the first
 * start; never made anew over existing accounts: then it is refused (`auth.secret-missing`).
 */
export function readOrMakeSecret(dataDir: string, accountsExist: boolean): string {
  const file = path.join(dataDir, 'auth.secret');
  for (;;) {
    try {
      const secret = readFileSync(file, 'utf8').trim();
      if (secret.length >= 32) return secret;
      throw new Refusal('auth.secret-broken', `${file} is damaged. Bring it back from a backup.`, 503);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    if (accountsExist)
      throw new Refusal(
        'auth.secret-missing',
        `${file} is missing, though accounts exist. Bring it back from a backup; to give it up and sign everybody out, put 48 random characters into it.`,
        503,
      );
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, `${randomBytes(48).toString('base64url')}\n`);
      fsyncSync(handle);
      closeSync(handle);
    } catch (error) {
      // Another process of ours was faster: its secret holds.
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
