import type { Plan } from './plan-shape.ts';
import type { MapScope } from './plan-maps.ts';
import { newRun } from './new-run.ts';
import { freshRow, noNeed, type Row } from './row.ts';
import type { Lengths, RunState } from './state.ts';
import { VectorEditor } from './vector.ts';

/**
 * Where a task of one version of a workflow stands in another: its number there when it is the same task (the same id, and
 * both run once or both are copies of the same mapping), else -1.
 */
export function sameTask(plan: Plan, task: number, other: Plan): number {
  const { id, scope } = plan.tasks[task]!;
  const found = other.indexOf.get(id);
  if (found === undefined) return -1;
  const mapping = plan.scopes[scope];
  const mapped = other.scopes[other.tasks[found]!.scope];
  return mapping?.id === mapped?.id && mapping?.group === mapped?.group ? found : -1;
}

/** Ids of the tasks that begin anew when a run goes on with `to`, and of those that fall away from it; by the order of their plan. */
export function movedTasks(from: Plan, to: Plan): { added: string[]; removed: string[] } {
  const without = (plan: Plan, other: Plan) =>
    plan.tasks.flatMap(({ id }, task) => (sameTask(plan, task, other) < 0 ? [id] : []));
  return { added: without(to, from), removed: without(from, to) };
}

/**
 * The task runs of a run as the plan of another version takes them over: the same tasks keep everything but their questions
 * about the past; new ones begin at `none`, with attempt numbers after those that their id has had (`used`: in older
 * versions still). Counters are not made: `counted`.
 */
export function carryOver(from: Plan, to: Plan, state: RunState, used: Readonly<Record<string, number>> = {}): RunState {
  const fresh = newRun(to);
  const rows = new VectorEditor(fresh.rows);
  to.tasks.forEach(({ id }, task) => {
    const kept = sameTask(to, task, from);
    if (kept >= 0) rows.set(task, takenOver(state.rows.get(kept)));
    else {
      const attempt = Math.max(Object.hasOwn(used, id) ? used[id]! : 0, lastAttempt(from, state, id));
      if (attempt > 0) rows.set(task, { ...freshRow, attempt });
    }
  });
  const lengths = new VectorEditor(fresh.lengths);
  to.scopes.forEach((scope, number) => lengths.set(number, lengthsOf(from, to, state, scope)));
  return { ...fresh, run: state.run, rows: rows.done(), lengths: lengths.done() };
}

function takenOver(row: Row): Row {
  const own: Row = { ...row, need: noNeed, past: 'unasked' };
  if (row.copies === null) return own;
  const rows = new VectorEditor(row.copies.rows);
  for (let index = 0; index < rows.size; index++) {
    const copy = rows.get(index);
    if (copy.need !== noNeed) rows.set(index, { ...copy, need: noNeed });
  }
  return { ...own, copies: { ...row.copies, rows: rows.done() } };
}

function lastAttempt(plan: Plan, state: RunState, id: string): number {
  const task = plan.indexOf.get(id);
  if (task === undefined) return 0;
  const { attempt, copies } = state.rows.get(task);
  let last = attempt;
  for (let index = 0; index < (copies?.rows.size ?? 0); index++) last = Math.max(last, copies!.rows.get(index).attempt);
  return last;
}

/** Lists that are written out are those of the new version; others keep their length as long as they come from the same tasks. */
function lengthsOf(from: Plan, to: Plan, state: RunState, scope: MapScope): Lengths {
  const number = from.scopes.findIndex(({ id, group }) => id === scope.id && group === scope.group);
  const before = from.scopes[number];
  const names = (plan: Plan, sources: readonly number[]) =>
    sources
      .map((node) => plan.tasks[node]!.id)
      .sort()
      .join('\n');
  return scope.entries.map(({ length, sources }, entry) => {
    const was = before?.entries[entry];
    if (length !== null || was === undefined || was.length !== null) return length;
    return names(from, was.sources) === names(to, sources) ? (state.lengths.get(number)[entry] ?? null) : null;
  });
}
