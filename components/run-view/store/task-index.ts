import type { Plan } from '#domain/run/plan.ts';
import { changedTaskRuns, taskRun, taskRuns, type TaskRunView } from '#domain/run/read.ts';
import type { RunState } from '#domain/run/transition.ts';
import { summarise, type TaskSummary } from './task-summary.ts';

/**
 * Tasks of the shown state by id, brought up to date by pointer diff: work per change is that of the tasks it touched,
 * also when the shown state jumps in time.
 */
export class TaskIndex {
  readonly tasks = new Map<string, TaskSummary>();
  private readonly views = new Map<string, Map<number, TaskRunView>>();
  private shown: RunState;

  constructor(
    private readonly plan: Plan,
    state: RunState,
  ) {
    this.shown = state;
    this.take(taskRuns(plan, state));
  }

  /** Shows another state, later or earlier. Gives the tasks that changed. */
  show(state: RunState): Set<string> {
    if (state === this.shown) return new Set();
    const changed = changedTaskRuns(this.plan, this.shown, state);
    this.shown = state;
    const touched = this.take(changed);
    // An earlier state may have fewer copies of a mapped task; a difference names only those that are there.
    for (const scope of this.plan.scopes)
      for (const node of scope.members) {
        const task = this.plan.tasks[node]?.id;
        if (task !== undefined && this.dropCopies(task, state)) touched.add(task);
      }
    return touched;
  }

  private dropCopies(task: string, state: RunState): boolean {
    const own = this.views.get(task);
    if (!own || own.has(-1)) return false;
    const before = own.size;
    while (own.size > 1 && taskRun(this.plan, state, task, own.size - 1) === null) own.delete(own.size - 1);
    if (own.size === before) return false;
    this.tasks.set(task, summarise(task, [...own.values()]));
    return true;
  }

  private take(changed: TaskRunView[]): Set<string> {
    const touched = new Set<string>();
    for (const view of changed) {
      let own = this.views.get(view.task);
      if (!own) this.views.set(view.task, (own = new Map()));
      // A mapped task has one task run until its list is known, then only copies.
      if (view.index === undefined) own.clear();
      else own.delete(-1);
      own.set(view.index ?? -1, view);
      touched.add(view.task);
    }
    for (const task of touched) this.tasks.set(task, summarise(task, [...(this.views.get(task)?.values() ?? [])]));
    return touched;
  }
}
