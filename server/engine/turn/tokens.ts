import { randomFillSync } from 'node:crypto';

const block = Buffer.alloc(4096);
let used = block.length;

/** A random token of 128 bits, in hex: proves that a process belongs to this attempt. Drawn in blocks, for a fan-out wants thousands at once. */
export function newToken(): string {
  if (used + 16 > block.length) {
    randomFillSync(block);
    used = 0;
  }
  used += 16;
  return block.toString('hex', used - 16, used);
}
