import type { TaskRunStatus } from '#domain/run/status.ts';

/** What a box says about its task in a run. */
export interface TaskLive {
  status: TaskRunStatus;
  /** The shortest true reason, its second line: `pool db, 4 of 4 used`. Null: nothing to say. */
  reason: string | null;
  /** Share of the work (running) or of the delay (retry) that is over, 0 to 1; missing when unknown. */
  progress?: number;
  /** Copies of a mapped task. */
  copies?: number;
  /** `role="img"` label of a mapped task and the like; the box makes its own when it is missing. */
  label?: string;
}
/** What a thread says in a run. `count` rides on it in mono: `18,204 rows`. */
export interface EdgeLive {
  state: 'none' | 'taken' | 'not-taken' | 'upstream-failed';
  count?: string;
}

/**
 * Statuses of a drawing by task and edge (`edgeKey`), beside React's tree: a change redraws the boxes it touches and nothing else.
 * Changes gather and are told once per animation frame, however many come.
 */
export interface LiveStatusStore {
  /** The drawing may hold tasks the run has not: what is not told of is drawn without a status, not as one that has not begun. */
  partial: boolean;
  task(id: string): TaskLive | null;
  edge(key: string): EdgeLive | null;
  /** Tells when this task changed. Gives the function that ends it. */
  subscribeTask(id: string, tell: () => void): () => void;
  subscribeEdge(key: string, tell: () => void): () => void;
  /** Tells once a frame in which anything changed: overviews. */
  subscribeAll(tell: () => void): () => void;
  /** Sets what is named, leaves the rest. Null takes a status away. */
  patch(change: {
    tasks?: Iterable<readonly [string, TaskLive | null]>;
    edges?: Iterable<readonly [string, EdgeLive | null]>;
  }): void;
  /** Sets everything at once (a scrubber that jumped). */
  replace(all: { tasks: Iterable<readonly [string, TaskLive]>; edges: Iterable<readonly [string, EdgeLive]> }): void;
}

/** `frame` asks for the next animation frame; tests hand in their own. `partial`: see `LiveStatusStore`. */
export function createLiveStatusStore(
  frame: (run: () => void) => void = (run) => void requestAnimationFrame(run),
  partial = false,
): LiveStatusStore {
  const tasks = channel<TaskLive>();
  const edges = channel<EdgeLive>();
  const all = new Set<() => void>();
  let waiting = false;
  const flush = (): void => {
    waiting = false;
    tasks.flush();
    edges.flush();
    for (const tell of [...all]) tell();
  };
  const wake = (): void => {
    if (waiting) return;
    waiting = true;
    frame(flush);
  };
  const patch: LiveStatusStore['patch'] = (change) => {
    let any = false;
    for (const [id, value] of change.tasks ?? []) any = tasks.set(id, value) || any;
    for (const [key, value] of change.edges ?? []) any = edges.set(key, value) || any;
    if (any) wake();
  };
  return {
    partial,
    task: tasks.get,
    edge: edges.get,
    subscribeTask: tasks.subscribe,
    subscribeEdge: edges.subscribe,
    subscribeAll(tell) {
      all.add(tell);
      return () => all.delete(tell);
    },
    patch,
    replace(next) {
      const t = new Map(next.tasks);
      const e = new Map(next.edges);
      patch({
        tasks: [
          ...tasks
            .keys()
            .filter((id) => !t.has(id))
            .map((id) => [id, null] as const),
          ...t,
        ],
        edges: [
          ...edges
            .keys()
            .filter((key) => !e.has(key))
            .map((key) => [key, null] as const),
          ...e,
        ],
      });
    },
  };
}

function channel<T extends object>() {
  const shown = new Map<string, T>();
  const next = new Map<string, T | null>();
  const listeners = new Map<string, Set<() => void>>();
  return {
    get: (key: string): T | null => shown.get(key) ?? null,
    keys: (): string[] => [...new Set([...shown.keys(), ...next.keys()])],
    /** Whether it is a change at all: a status told twice costs no frame. */
    set(key: string, value: T | null): boolean {
      const now = next.has(key) ? (next.get(key) ?? null) : (shown.get(key) ?? null);
      if (same(now, value)) return false;
      next.set(key, value);
      return true;
    },
    flush(): void {
      const changed = [...next.keys()];
      for (const [key, value] of next)
        if (value === null) shown.delete(key);
        else shown.set(key, value);
      next.clear();
      for (const key of changed) for (const tell of [...(listeners.get(key) ?? [])]) tell();
    },
    subscribe(key: string, tell: () => void): () => void {
      const set = listeners.get(key) ?? new Set();
      set.add(tell);
      listeners.set(key, set);
      return () => {
        set.delete(tell);
        if (set.size === 0) listeners.delete(key);
      };
    },
  };
}

function same(a: object | null, b: object | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const x = Object.entries(a);
  return x.length === Object.keys(b).length && x.every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
