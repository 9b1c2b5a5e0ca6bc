import { poolOf, type AdmissionState } from './state.ts';

/** What tasks of one run hold of a pool, or want of it. */
export interface PoolShare {
  run: string;
  workflow: string;
  /** Ids of its tasks, each once. */
  tasks: string[];
  slots: number;
}

/** A pool as admission sees it now. */
export interface PoolUse {
  name: string;
  /** False: tasks ask for it and nobody has made it. */
  known: boolean;
  /** -1: no limit. */
  slots: number;
  used: number;
  /** Requests that wait in its queue; those behind another limit are not among them. */
  queued: number;
  /** By run, most slots first. */
  holders: PoolShare[];
  /** By run, oldest run first. */
  waiting: PoolShare[];
}

const sharesShown = 20;
/** Requests looked at to name who waits; the counts are exact whatever it is. */
const waitingSeen = 2_000;

/** Every pool that exists or is asked for, by name: how many slots are used, how many requests wait, and by whom. */
export function poolUse(state: AdmissionState): PoolUse[] {
  return [...state.pools.keys()].sort().flatMap((name) => {
    const pool = poolOf(state, name);
    let queued = 0;
    for (const queue of pool.queues.values()) queued += queue.size;
    // Once asked for by somebody, and gone.
    if (!pool.known && queued + pool.holders.size === 0) return [];
    const holders = new Shares(state);
    for (const { wish } of pool.holders) holders.add(wish);
    const waiting = new Shares(state);
    let left = queued === 0 ? 0 : waitingSeen;
    for (const { requests } of left === 0 ? [] : state.runs.values()) {
      for (const { wish, entry, behind } of requests.values())
        if (entry && !behind && wish.pool === name && left-- > 0) waiting.add(wish);
      if (left <= 0) break;
    }
    return [
      {
        name,
        known: pool.known,
        slots: pool.size === Infinity ? -1 : pool.size,
        used: pool.used,
        queued,
        holders: holders.list((a, b) => b.slots - a.slots),
        waiting: waiting.list(),
      },
    ];
  });
}

class Shares {
  private readonly byRun = new Map<string, PoolShare & { seen: Set<string> }>();

  constructor(private readonly state: AdmissionState) {}

  add({ run, task, slots }: { run: string; task: string; slots: number }): void {
    let share = this.byRun.get(run);
    if (!share) {
      const workflow = this.state.runs.get(run)?.workflow.workflow ?? '';
      this.byRun.set(run, (share = { run, workflow, tasks: [], slots: 0, seen: new Set() }));
    }
    share.slots += slots;
    if (share.seen.has(task)) return;
    share.seen.add(task);
    share.tasks.push(task);
  }

  list(order?: (a: PoolShare, b: PoolShare) => number): PoolShare[] {
    const all = [...this.byRun.values()].map(({ run, workflow, tasks, slots }) => ({ run, workflow, tasks, slots }));
    return (order ? all.sort(order) : all).slice(0, sharesShown);
  }
}
