import { Heap } from './heap.ts';
import { comesBefore, type Request } from './request.ts';

/** A pool: slots, who holds them, who waits. One queue a slot count, so that a smaller request is found without a search. */
export interface Pool {
  readonly name: string;
  /** Infinity = no limit; 0 while nobody has made the pool. */
  size: number;
  known: boolean;
  used: number;
  readonly holders: Set<Request>;
  readonly queues: Map<number, Heap<Request>>;
}

/** A pool that nobody has made yet: it has no slots, and what asks for it waits. */
export function unknownPool(name: string): Pool {
  return { name, size: 0, known: false, used: 0, holders: new Set(), queues: new Map() };
}

/** Puts a request into its pool's queue. */
export function enqueue(pool: Pool, request: Request): void {
  const { slots } = request.wish;
  let queue = pool.queues.get(slots);
  if (!queue) pool.queues.set(slots, (queue = new Heap(comesBefore)));
  request.entry = queue.push(request);
}

/**
 * The best request of a pool that could ever fit, and the best one that fits now (often the same). Undefined when nothing
 * fits at all.
 */
export function candidates(pool: Pool): { best: Request; fits: Request | undefined } | undefined {
  const free = pool.size - pool.used;
  if (free <= 0) return undefined;
  let best: Request | undefined;
  let fits: Request | undefined;
  for (const [slots, queue] of pool.queues) {
    if (slots > pool.size) continue;
    const first = queue.peek();
    if (first === undefined) continue;
    if (best === undefined || comesBefore(first, best)) best = first;
    if (slots <= free && (fits === undefined || comesBefore(first, fits))) fits = first;
  }
  return best && { best, fits };
}

/**
 * Whether slots are kept for this request. While it does not fit, smaller ones may overtake it, until a whole pool's worth
 * of slots has passed it; without that a task of many slots would starve behind many small ones.
 */
export function isStarved(pool: Pool, request: Request): boolean {
  return request.overtaken >= pool.size;
}
