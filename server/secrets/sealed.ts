import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes, keyBytes] = [12, 16, 32];
const version = 'drawloom-sealed-1';

/** Which key this is, without telling anything of it: the first 8 bytes of a hash. */
export const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('drawloom/secret.key@1\0').update(key).digest('hex').slice(0, 16);

/** What is encrypted holds only for what it was made for: another version, key or binding is another message. */
const contextOf = (keyId: string, binding: readonly string[]) => Buffer.from(JSON.stringify([version, keyId, ...binding]));

function encrypt(key: Buffer, plain: Buffer, context: Buffer): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  cipher.setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, box: Buffer, context: Buffer): Buffer {
  const decipher = createDecipheriv(algorithm, key, box.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(box.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]);
}

/**
 * Seals a text: AES-256-GCM under a key of its own, which is wrapped by the master key. `binding` (id, type, host) is
 * authenticated with it: a sealed text that is put into another row or beside another host cannot be opened. Gives
 * `version.keyId.wrappedKey.text`, each part in base64url.
 */
export function seal(master: Buffer, plain: string, binding: readonly string[]): string {
  const keyId = keyIdOf(master);
  const context = contextOf(keyId, binding);
  const own = randomBytes(keyBytes);
  const parts = [encrypt(master, own, context), encrypt(own, Buffer.from(plain, 'utf8'), context)];
  own.fill(0);
  return [version, keyId, ...parts.map((part) => part.toString('base64url'))].join('.');
}

/** Which key a sealed text was sealed with; null when it is none. */
export function sealedWith(sealed: string): string | null {
  const [found, keyId] = sealed.split('.');
  return found === version && keyId !== undefined && /^[0-9a-f]{16}$/.test(keyId) ? keyId : null;
}

/** The text again. Throws an Error when the key, the binding or the text is not the one it was sealed with. */
export function unseal(master: Buffer, sealed: string, binding: readonly string[]): string {
  const [, keyId, wrapped, body] = sealed.split('.');
  if (sealedWith(sealed) !== keyIdOf(master) || keyId === undefined || wrapped === undefined || body === undefined)
    throw new Error('Not sealed with this key.');
  const context = contextOf(keyId, binding);
  const own = decrypt(master, Buffer.from(wrapped, 'base64url'), context);
  try {
    return decrypt(own, Buffer.from(body, 'base64url'), context).toString('utf8');
  } finally {
    own.fill(0);
  }
}
