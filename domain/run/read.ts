import type { Edge } from '#domain/definition/schema/workflow.ts';
import type { Plan } from './plan-shape.ts';
import type { Row } from './row.ts';
import type { RunFacts, RunState } from './state.ts';
import { taskRunStatuses, type RunStatus, type TaskRunStatus } from './status.ts';
import { diffVectors } from './vector.ts';

export { unmet, type Unmet } from './unmet.ts';

/** What anybody may see of a task run. Instants in ms. */
export interface TaskRunView {
  task: string;
  /** Map index; missing when it is not a copy. */
  index?: number;
  status: TaskRunStatus;
  attempt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** When a retry or a parked attempt goes on. */
  dueAt: number | null;
  reason: string | null;
  /** Ports that a branch opened. */
  ports?: string[];
  /** Its work is being ended, for this. */
  stopping?: NonNullable<Row['stop']>;
}

/** What anybody may see of the run itself. */
export interface RunView {
  status: RunStatus;
  paused: boolean;
  reason: string | null;
  startedAt: number | null;
  endedAt: number | null;
  counts: Partial<Record<TaskRunStatus, number>>;
}

/** One task run; null when there is none of this name. A mapped task whose list is not known yet has one without index. */
export function taskRun(plan: Plan, state: RunState, task: string, index?: number): TaskRunView | null {
  const node = plan.indexOf.get(task);
  if (node === undefined) return null;
  const row = state.rows.get(node);
  if (index === undefined) return row.copies === null ? view(task, undefined, row) : null;
  if (row.copies === null || !(index >= 0 && index < row.copies.rows.size)) return null;
  return view(task, index, row.copies.rows.get(index));
}

/** How many task runs there are, copies included. */
export function taskRunCount(state: RunState): number {
  return state.sums.byStatus.reduce((sum, count) => sum + count, 0);
}

/** Every task run, by task (depth, then id) and index. */
export function taskRuns(plan: Plan, state: RunState): TaskRunView[] {
  const views: TaskRunView[] = [];
  plan.tasks.forEach(({ id }, node) => {
    const row = state.rows.get(node);
    if (row.copies === null) views.push(view(id, undefined, row));
    else for (let index = 0; index < row.copies.rows.size; index++) views.push(view(id, index, row.copies.rows.get(index)));
  });
  return views;
}

/**
 * The task runs of `after` that look different in `before` or are new there, by task and index; the cost is what changed.
 * When a task got its copies, these are new and its own task run is gone (`goneTaskRuns`).
 */
export function changedTaskRuns(plan: Plan, before: RunState, after: RunState): TaskRunView[] {
  const views: TaskRunView[] = [];
  eachChangedTaskRun(plan, before, after, (task, index, facts) => views.push(view(task, index, facts as Row)));
  return views;
}

/** What a task run is stored with: the facts of its view that a list or a grid shows. */
export type TaskRunFacts = Pick<TaskRunView, 'status' | 'attempt' | 'startedAt' | 'endedAt' | 'reason'>;

/** The same as `changedTaskRuns`, one after the other and without an object for each. */
export function eachChangedTaskRun(
  plan: Plan,
  before: RunState,
  after: RunState,
  visit: (task: string, index: number | undefined, facts: TaskRunFacts) => void,
): void {
  diffVectors(before.rows, after.rows, (node, was, now) => {
    const { id } = plan.tasks[node]!;
    if (now === undefined) return;
    if (now.copies === null) {
      if (was === undefined || was.copies !== null || looksDifferent(was, now)) visit(id, undefined, now);
      return;
    }
    const compare = (index: number, old: Row | undefined, copy: Row | undefined) => {
      if (copy !== undefined && (old === undefined || looksDifferent(old, copy))) visit(id, index, copy);
    };
    const { rows } = now.copies;
    if (was?.copies) diffVectors(was.copies.rows, rows, compare);
    else for (let index = 0; index < rows.size; index++) compare(index, undefined, rows.get(index));
  });
}

/** Ids of mapped tasks that had one task run without index in `before` and have copies in `after`. */
export function goneTaskRuns(plan: Plan, before: RunState, after: RunState): string[] {
  return plan.scopes.flatMap((scope) =>
    scope.members.flatMap((node) =>
      before.rows.get(node).copies === null && after.rows.get(node).copies !== null ? [plan.tasks[node]!.id] : [],
    ),
  );
}

/** The run itself. */
export function runView(plan: Plan, state: RunState): RunView {
  const counts: RunView['counts'] = {};
  taskRunStatuses.forEach((status, code) => {
    const count = state.sums.byStatus[code]!;
    if (count > 0) counts[status] = count;
  });
  const { status, paused, reason, startedAt, endedAt } = state.run;
  return { status, paused, reason, startedAt, endedAt, counts };
}

/** What `runCreated` said of the run, and whether it did; `latest` is for latest-only. */
export function runFacts(state: RunState): RunFacts {
  return state.run;
}

/**
 * How an edge stands: `taken` when its task succeeded and its port was followed, `not-taken` when it was not or the task was
 * skipped, `upstream-failed` when the task failed, was cancelled or is itself upstream_failed; over the copies of a mapped
 * task: the worst once all are finished.
 */
export function edgeState(
  plan: Plan,
  state: RunState,
  edge: Pick<Edge, 'from' | 'port' | 'to'>,
): 'none' | 'taken' | 'not-taken' | 'upstream-failed' {
  const node = plan.indexOf.get(edge.from);
  if (node === undefined) return 'none';
  const row = state.rows.get(node);
  if (row.copies === null) {
    switch (row.status) {
      case 'success':
        return followed(plan, row, edge) ? 'taken' : 'not-taken';
      case 'skipped':
      case 'removed':
        return 'not-taken';
      case 'failed':
      case 'cancelled':
      case 'upstream_failed':
        return 'upstream-failed';
      default:
        return 'none';
    }
  }
  const { rows, sums } = row.copies;
  if (sums.failed + sums.upstreamFailed > 0) return 'upstream-failed';
  if (sums.success + sums.skipped + sums.removed < rows.size) return 'none';
  if (sums.decided === 0) return sums.success > 0 ? 'taken' : 'not-taken';
  for (let index = 0; index < rows.size; index++) {
    const copy = rows.get(index);
    if (copy.status === 'success' && followed(plan, copy, edge)) return 'taken';
  }
  return 'not-taken';
}

/** Attempts that hold slots or a process: what a host looks after when it starts again. */
export function openAttempts(plan: Plan, state: RunState): TaskRunView[] {
  return taskRuns(plan, state).filter(({ status }) => status === 'queued' || status === 'running' || status === 'restarting');
}

function followed(plan: Plan, { decision }: Row, edge: Pick<Edge, 'port' | 'to'>): boolean {
  if (decision === null) return true;
  if ('ports' in decision) return decision.ports.includes(edge.port);
  const to = plan.indexOf.get(edge.to);
  return to !== undefined && plan.tasks[to]!.teardown;
}

function view(task: string, index: number | undefined, row: Row): TaskRunView {
  const { status, attempt, startedAt, endedAt, dueAt, reason, decision, stop } = row;
  return {
    task,
    ...(index === undefined ? {} : { index }),
    status,
    attempt,
    startedAt,
    endedAt,
    dueAt,
    reason,
    ...(decision !== null && 'ports' in decision ? { ports: [...decision.ports] } : {}),
    ...(stop === null ? {} : { stopping: stop }),
  };
}

const looksDifferent = (a: Row, b: Row): boolean =>
  a.status !== b.status ||
  a.attempt !== b.attempt ||
  a.startedAt !== b.startedAt ||
  a.endedAt !== b.endedAt ||
  a.dueAt !== b.dueAt ||
  a.reason !== b.reason ||
  a.decision !== b.decision ||
  a.stop !== b.stop;
