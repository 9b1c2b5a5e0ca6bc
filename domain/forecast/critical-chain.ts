import type { Adjacency } from '#domain/graph/graph.ts';
import type { Plan } from '#domain/run/plan-shape.ts';

/** When a task began to work (null: it never did) and when it was decided, ms; of a mapped task: its first and its last copy. */
export interface TaskTimes {
  startAt: number | null;
  endAt: number;
}

/** One task of the chain: it has the time from the end of the task before it to its own end. */
export interface ChainLink {
  task: string;
  fromAt: number;
  toAt: number;
  /** Of that time, from when it began to work; the rest is waiting for a slot, or earlier attempts and their delays. */
  workMs: number;
  /** Part of the whole, 0 to 1. */
  share: number;
}

/**
 * The chain of tasks that decided when a run was done: from the last end back to whatever each task waited for last. The
 * links lie end to end from `beganAt` to the last end, so their shares add up to 1. Tasks that took no time are left out.
 * `times` gives nothing for a task that is not part of the run.
 */
export function criticalChain(plan: Plan, times: (task: string) => TaskTimes | null, beganAt: number): ChainLink[] {
  const known = plan.tasks.map(({ id }) => times(id));
  const later = (a: number, b: number): boolean => {
    const [x, y] = [known[a]!, known[b]!];
    return x.endAt > y.endAt || (x.endAt === y.endAt && work(x) > work(y));
  };
  let node = -1;
  known.forEach((own, at) => {
    if (own !== null && (node < 0 || later(at, node))) node = at;
  });
  if (node < 0) return [];
  const whole = Math.max(0, known[node]!.endAt - beganAt);
  const links: ChainLink[] = [];
  const seen = new Set<number>();
  while (node >= 0 && !seen.has(node)) {
    seen.add(node);
    const own = known[node]!;
    const ready = own.startAt ?? own.endAt;
    let before = -1;
    for (const ups of [plan.graph.up, plan.setups, plan.teardownsOver])
      for (const up of neighbours(ups, node)) {
        const time = known[up];
        if (time === null || time === undefined || time.endAt > ready || seen.has(up)) continue;
        if (before < 0 || later(up, before)) before = up;
      }
    const fromAt = before < 0 ? beganAt : Math.max(beganAt, known[before]!.endAt);
    const toAt = Math.max(fromAt, own.endAt);
    if (toAt > fromAt)
      links.push({
        task: plan.tasks[node]!.id,
        fromAt,
        toAt,
        workMs: Math.min(toAt - fromAt, work(own)),
        share: whole === 0 ? 0 : (toAt - fromAt) / whole,
      });
    node = before;
  }
  return links.reverse();
}

const work = ({ startAt, endAt }: TaskTimes): number => (startAt === null ? 0 : Math.max(0, endAt - startAt));

function* neighbours({ offsets, targets }: Adjacency, node: number): Generator<number> {
  for (let at = offsets[node]!; at < offsets[node + 1]!; at++) yield targets[at]!;
}
