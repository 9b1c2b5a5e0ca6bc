import { previewAct, type ActEvent } from './preview-act.ts';
import { movedTasks } from './carry-over.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import { taskRun, taskRuns, type TaskRunView } from './read.ts';
import type { RunState } from './state.ts';
import { endAfterStop } from './end-after-stop.ts';
import type { TaskRunStatus } from './status.ts';

/**
 * How an act reaches a task run that does not change its status at once:
 * `stopped`: its work is told to end, and it gets the new status when it has ended · `held`: it asks for nothing until the
 * run is resumed · `goes-on`: its work goes on to its end though the run is paused · `asks`: it asks for its slots again.
 */
export type ActReach = 'stopped' | 'held' | 'goes-on' | 'asks';

/** One task run that an act of a person reaches. */
export interface ActChange {
  task: string;
  index?: number;
  from: TaskRunStatus;
  to: TaskRunStatus;
  /** It would run again, and an attempt of it has done its work, or is doing it. */
  twice: boolean;
  /** Missing: its status is written at once. */
  how?: ActReach;
}
/** `moved`: tasks that begin anew, and that fall away, because the run goes on with another version. */
export type ActPreview =
  { ok: true; changes: ActChange[]; moved?: { added: string[]; removed: string[] } } | { ok: false; refused: string };

/** Exactly which task runs an act reaches, by the code that performs it: what a person is shown and what the engine asks consent for. */
export function actChanges(plan: Plan, state: RunState, event: ActEvent, planOf: PlanOf | null = null): ActPreview {
  const preview = previewAct(plan, state, event, planOf);
  if (!preview.ok) return preview;
  if (event.type === 'runPaused' || event.type === 'runResumed')
    return { ok: true, changes: taskRuns(plan, state).flatMap((view) => pauseReaches(view, event.type)) };
  const changes = preview.changed.flatMap((after): ActChange[] => {
    const before = taskRun(preview.plan, preview.before, after.task, after.index);
    if (!before) return [];
    const { status: from, attempt, reason } = before;
    if (from === after.status) {
      const to = after.stopping === before.stopping ? null : endAfterStop(after.stopping);
      return to === null ? [] : [{ ...refOf(after), from, to, twice: false, how: 'stopped' }];
    }
    const again = after.status === 'none' || after.status === 'scheduled' || after.status === 'restarting';
    // Whatever was marked over an attempt: that attempt may have succeeded, or was cut in the middle of its work.
    const worked = attempt > 0 && (from === 'success' || from === 'running' || reason === 'marked');
    return [{ ...refOf(after), from, to: after.status, twice: again && worked }];
  });
  return { ok: true, changes, ...(preview.plan === plan ? {} : { moved: movedTasks(plan, preview.plan) }) };
}

function pauseReaches(view: TaskRunView, act: 'runPaused' | 'runResumed'): ActChange[] {
  const { status } = view;
  const how = reachOfPause(status, act);
  return how === null ? [] : [{ ...refOf(view), from: status, to: status, twice: false, how }];
}

function reachOfPause(status: TaskRunStatus, act: 'runPaused' | 'runResumed'): ActReach | null {
  if (status === 'scheduled') return act === 'runPaused' ? 'held' : 'asks';
  const works = status === 'running' || status === 'queued' || status === 'restarting';
  return works && act === 'runPaused' ? 'goes-on' : null;
}

const refOf = ({ task, index }: TaskRunView) => (index === undefined ? { task } : { task, index });
