import { Heap } from './heap.ts';
import { comesBefore, type Request } from './request.ts';

/** A limit that a request must pass besides its pool: tasks of a run, of a workflow, of one task, copies of one mapped task. */
export interface Gate {
  readonly kind: 'run' | 'workflow' | 'task' | 'copies';
  /** What people call it: the run's id, the workflow's id, `workflow.task`. */
  readonly name: string;
  limit: number;
  used: number;
  /** Requests that came to the head of their pool while this gate was shut; a heap for each pool and slot count. */
  readonly parked: Map<string, Heap<Request>>;
  /** How many of those that this gate woke still wait in their pool; a count for each pool and slot count. */
  readonly woken: Map<string, number>;
}

/** A gate with nothing behind it. */
export function newGate(kind: Gate['kind'], name: string, limit: number): Gate {
  return { kind, name, limit, used: 0, parked: new Map(), woken: new Map() };
}

/** As the pool queues them: those that find no room there must not stand in the way of smaller ones. */
const lineOf = ({ wish }: Request): string => `${wish.slots} ${wish.pool}`;

/** Makes a request wait behind a shut gate. */
export function park(gate: Gate, request: Request): void {
  const line = lineOf(request);
  let heap = gate.parked.get(line);
  if (!heap) gate.parked.set(line, (heap = new Heap(comesBefore)));
  request.entry = heap.push(request);
  request.behind = gate;
}

/** Notes that a request which this gate woke has left its pool's queue, one way or the other. */
export function settleWake(request: Request): void {
  const gate = request.wokenBy;
  if (!gate) return;
  request.wokenBy = null;
  const line = lineOf(request);
  gate.woken.set(line, (gate.woken.get(line) ?? 1) - 1);
}

/**
 * Lets as many parked requests of each pool and slot count go back to their pool as the gate has room for; the best ones first. Gives
 * them out, to be queued. More would only be parked again.
 */
export function wake(gate: Gate): Request[] {
  const out: Request[] = [];
  if (gate.used >= gate.limit) return out;
  for (const [line, heap] of gate.parked) {
    let woken = gate.woken.get(line) ?? 0;
    while (heap.size > 0 && woken < gate.limit - gate.used) {
      const request = heap.pop();
      if (!request) break;
      request.entry = null;
      request.behind = null;
      request.wokenBy = gate;
      woken++;
      out.push(request);
    }
    gate.woken.set(line, woken);
  }
  return out;
}
