import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { namedScopes } from '#domain/run/plan-maps.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';

/** One task run, then or in the replay. */
export interface ReplayedTask {
  status: TaskRunStatus;
  attempts: number;
}

/** One side of the comparison: task runs by task (several for a mapped one), and how long each task worked, ms. */
export interface ReplaySide {
  tasks: ReadonlyMap<string, readonly ReplayedTask[]>;
  worked: ReadonlyMap<string, number>;
}

/** One task summed up: the status that speaks for it, attempts over all copies, copies (0 = not mapped). */
export interface ReplaySummary extends ReplayedTask {
  copies: number;
  workedMs: number;
}

/**
 * What became of a task. `new`, `removed`: it is in one version only. `runs`: it did not run then and would now; `rests`: the
 * other way round. `status`: it would end otherwise. `attempts`: it would need more or fewer attempts, or copies. `same`.
 */
export interface ReplayDifference {
  task: string;
  name: string;
  kind: 'new' | 'removed' | 'runs' | 'rests' | 'status' | 'attempts' | 'same';
  then: ReplaySummary | null;
  now: ReplaySummary | null;
  /** Its operator or its config is another: it may not answer what it answered then. */
  changed: boolean;
}

/** Compares a stored run with its replay, task by task: those of the draft in its order, then those that are gone. */
export function replayDifferences(before: Workflow, draft: Workflow, then: ReplaySide, now: ReplaySide): ReplayDifference[] {
  const mapped = (workflow: Workflow): Set<string> => new Set(namedScopes(workflow).flatMap(({ members }) => members));
  const [mappedThen, mappedNow] = [mapped(before), mapped(draft)];
  const old = new Map(before.tasks.map((task) => [task.id, task]));
  const ids = new Set(draft.tasks.map(({ id }) => id));
  const sum = (side: ReplaySide, copies: ReadonlySet<string>, id: string): ReplaySummary | null => {
    const own = side.tasks.get(id);
    if (own === undefined || own.length === 0) return null;
    return {
      status: speaking(own),
      attempts: own.reduce((all, { attempts }) => all + attempts, 0),
      copies: copies.has(id) ? own.length : 0,
      workedMs: side.worked.get(id) ?? 0,
    };
  };
  const both = [...draft.tasks, ...before.tasks.filter(({ id }) => !ids.has(id))];
  return both.map((task) => {
    const was = old.get(task.id);
    const a = was === undefined ? null : sum(then, mappedThen, task.id);
    const b = ids.has(task.id) ? sum(now, mappedNow, task.id) : null;
    return {
      task: task.id,
      name: task.name ?? task.id,
      kind: was === undefined ? 'new' : !ids.has(task.id) ? 'removed' : kindOf(a, b),
      then: a,
      now: b,
      changed: was !== undefined && ids.has(task.id) && differs(was, task),
    };
  });
}

function kindOf(then: ReplaySummary | null, now: ReplaySummary | null): ReplayDifference['kind'] {
  const [ranThen, ranNow] = [(then?.attempts ?? 0) > 0, (now?.attempts ?? 0) > 0];
  if (!ranThen && ranNow) return 'runs';
  if (ranThen && !ranNow) return 'rests';
  if (then?.status !== now?.status) return 'status';
  return then?.attempts === now?.attempts && then?.copies === now?.copies ? 'same' : 'attempts';
}

/** What a reader wants to know first of several copies. */
const order: TaskRunStatus[] = ['failed', 'cancelled', 'upstream_failed', 'success', 'skipped', 'removed'];
function speaking(runs: readonly ReplayedTask[]): TaskRunStatus {
  const unfinished = runs.find(({ status }) => !order.includes(status));
  if (unfinished !== undefined) return unfinished.status;
  return order.find((status) => runs.some((run) => run.status === status)) ?? 'none';
}

const differs = (a: Task, b: Task): boolean => a.operator !== b.operator || JSON.stringify(a.config) !== JSON.stringify(b.config);
