import type { AdmissionDecision } from './events.ts';
import { park, settleWake, wake, type Gate } from './gate.ts';
import { candidates, enqueue, isStarved, type Pool } from './pool.ts';
import { requestKey, type Request } from './request.ts';
import { poolOf, type AdmissionState } from './state.ts';

/** Gives the slots and the room behind its gates to a request. */
export function take(pool: Pool, request: Request): void {
  request.held = true;
  request.entry = null;
  pool.used += request.wish.slots;
  pool.holders.add(request);
  for (const gate of request.gates) gate.used++;
  settleWake(request);
}

/** Ends a request: it leaves its queue, or gives back what it holds. Gives the pools that may have something to give now. */
export function end(state: AdmissionState, request: Request): Set<string> {
  const pool = poolOf(state, request.wish.pool);
  const touched = new Set<string>();
  if (request.held) {
    request.held = false;
    pool.used -= request.wish.slots;
    pool.holders.delete(request);
    touched.add(pool.name);
    for (const gate of request.gates) gate.used--;
  } else if (request.entry) {
    request.entry.heap.remove(request.entry);
    request.entry = null;
    request.behind = null;
    // Slots may have been kept for it, and the gate that woke it may wake another.
    touched.add(pool.name);
    settleWake(request);
  }
  for (const gate of request.gates) open(state, gate, touched);
  return touched;
}

/** Lets what waits behind a gate go back to its pool, as far as there is room; adds the pools concerned to `touched`. */
export function open(state: AdmissionState, gate: Gate, touched: Set<string>): void {
  for (const request of wake(gate)) {
    enqueue(poolOf(state, request.wish.pool), request);
    touched.add(request.wish.pool);
  }
}

/** Admits from these pools until nothing more may start. No limit is exceeded in between: each admission is counted before the next is looked at. */
export function pump(state: AdmissionState, touched: Set<string>, out: AdmissionDecision[]): void {
  for (const name of touched) {
    // A set is walked in the order of insertion and takes additions on the way; a pool that is touched again comes again.
    touched.delete(name);
    const pool = poolOf(state, name);
    for (;;) {
      const found = candidates(pool);
      if (!found) break;
      if (parkIfShut(state, found.best, touched)) continue;
      const { best, fits } = found;
      if (!fits) break;
      if (fits !== best) {
        if (isStarved(pool, best)) break;
        if (parkIfShut(state, fits, touched)) continue;
        best.overtaken += fits.wish.slots;
      }
      fits.entry?.heap.remove(fits.entry);
      take(pool, fits);
      const { run, task, index, attempt } = fits.wish;
      out.push({ type: 'admitted', run, task, index, attempt });
    }
  }
}

/** Moves a request behind the first of its gates that is shut; false when all are open. */
function parkIfShut(state: AdmissionState, request: Request, touched: Set<string>): boolean {
  const shut = request.gates.find((gate) => gate.used >= gate.limit);
  if (!shut) return false;
  request.entry?.heap.remove(request.entry);
  const { wokenBy } = request;
  settleWake(request);
  park(shut, request);
  // Whoever woke it has room for another one now.
  if (wokenBy && wokenBy !== shut) open(state, wokenBy, touched);
  return true;
}

/** Forgets a request in its run. */
export function forget(state: AdmissionState, request: Request): void {
  state.runs.get(request.wish.run)?.requests.delete(requestKey(request.wish));
}
