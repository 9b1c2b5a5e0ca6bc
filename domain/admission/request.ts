import type { Wish } from './events.ts';
import type { Gate } from './gate.ts';
import type { HeapEntry } from './heap.ts';

/** A task run that waits for admission, or holds it. */
export interface Request {
  readonly wish: Wish;
  readonly logicalTime: number;
  /** Rises with each request: the last word in the order, so that it is total. */
  readonly seq: number;
  /** Limits besides the pool, in the order in which they are asked. */
  readonly gates: readonly Gate[];
  held: boolean;
  /** Where it waits; null when held. */
  entry: HeapEntry<Request> | null;
  /** The shut gate it waits behind; null when it waits in its pool. */
  behind: Gate | null;
  /** The gate that sent it back to its pool, until it leaves the pool again. */
  wokenBy: Gate | null;
  /** Slots that went to others while it stood at the head of its pool and did not fit. */
  overtaken: number;
}

/** Order of admission: effective priority, then logical time, then map index (semantics.md, Admission), then who came first. */
export function comesBefore(a: Request, b: Request): boolean {
  if (a.wish.priority !== b.wish.priority) return a.wish.priority > b.wish.priority;
  if (a.logicalTime !== b.logicalTime) return a.logicalTime < b.logicalTime;
  if (a.wish.index !== b.wish.index) return a.wish.index < b.wish.index;
  return a.seq < b.seq;
}

/** Key of a request inside its run. */
export function requestKey(claim: { task: string; index: number; attempt: number }): string {
  return `${claim.task}#${claim.index}@${claim.attempt}`;
}
