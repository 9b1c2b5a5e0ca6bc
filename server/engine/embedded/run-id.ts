import { randomBytes } from 'node:crypto';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new run's id: 10 letters of time (so that ids sort by it) and 10 of chance; no letter that looks like another. */
export function newRunId(now: number): string {
  let id = '';
  for (let rest = now, n = 0; n < 10; n++) {
    id = letters[rest % 32] + id;
    rest = Math.floor(rest / 32);
  }
  for (const byte of randomBytes(10)) id += letters[byte % 32];
  return id;
}
