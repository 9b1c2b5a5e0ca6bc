import { TRPCClientError } from '@trpc/client';

/** Keys of requests whose answer nobody knows: whoever asks for the same once more does nothing twice. */
const open = new Map<string, string>();

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether the server has said no: then nothing was done, and the next try is a new one. */
function isRefused(error: unknown): boolean {
  const status = error instanceof TRPCClientError ? (error.data as { httpStatus?: number } | undefined)?.httpStatus : undefined;
  return status !== undefined && status >= 400 && status < 500;
}

/**
 * Sends what must not happen twice (a new run, an act on one) under a key, so that a request that broke or was answered 503,
 * and is sent again, does nothing more.
 * `what` says what is asked for; the key is kept until the answer is known.
 */
export async function withRequestKey<T>(what: object, send: (idempotencyKey: string) => Promise<T>): Promise<T> {
  const name = JSON.stringify(what);
  const key = open.get(name) ?? newKey();
  open.set(name, key);
  try {
    const made = await send(key);
    open.delete(name);
    return made;
  } catch (error) {
    if (isRefused(error)) open.delete(name);
    throw error;
  }
}
