import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SecretKeyError } from './secret-key-error.ts';
import { keyIdOf, sealedWith } from './sealed.ts';

/** Name of the key's file in the data directory. */
const keyFileName = 'secret.key';
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Under its name only when it is whole, and never over another: a process of ours that was faster has made the key. */
function makeKey(file: string): void {
  const part = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.part`;
  const handle = openSync(part, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(handle);
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    closeSync(handle);
    rmSync(part, { force: true });
  }
}

function readKey(file: string): Buffer | null {
  let text: string;
  try {
    if ((statSync(file).mode & 0o077) !== 0)
      throw new SecretKeyError('secret.key-open', `${file} can be read by others. Make it yours alone: chmod 600 ${file}.`);
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(text))
    throw new SecretKeyError('secret.key-broken', `${file} is damaged. Bring it back from a backup; nothing was changed.`);
  return Buffer.from(text, 'base64url');
}

/**
 * The master key of the secrets, from `secret.key` of the data directory (mode 0600). Made when nothing is sealed yet;
 * with a sealed text at hand it must be the key of that text. Throws SecretKeyError: `secret.key-missing`, `-broken`,
 * `-wrong`, `-open`.
 */
export function readOrMakeMasterKey(dataDir: string, sealed: string | null): Buffer {
  const file = path.join(dataDir, keyFileName);
  let key = readKey(file);
  if (!key) {
    if (sealed !== null)
      throw new SecretKeyError(
        'secret.key-missing',
        `${file} is missing, though connections hold secrets. Bring it back from a backup. To give the secrets up, remove these connections' secrets from the database first; no new key is made over them.`,
      );
    makeKey(file);
    key = readKey(file)!;
  }
  if (sealed !== null && sealedWith(sealed) !== keyIdOf(key))
    throw new SecretKeyError(
      'secret.key-wrong',
      `${file} is not the key that the secrets of this database were sealed with. Bring the right one back from a backup; nothing was changed.`,
    );
  return key;
}
