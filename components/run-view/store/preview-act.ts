import type { RunEvent } from '#domain/run/events.ts';
import type { Plan } from '#domain/run/plan.ts';
import { changedTaskRuns, taskRun } from '#domain/run/read.ts';
import type { RunState } from '#domain/run/transition.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import { transition } from '#domain/run/transition.ts';

export interface ActChange {
  task: string;
  index?: number | undefined;
  from: TaskRunStatus;
  to: TaskRunStatus;
}
export type ActPreview = { ok: true; changes: ActChange[] } | { ok: false; refused: string };

/** What an act would change, by the machine that will do it: nothing is guessed. */
export function previewAct(plan: Plan, state: RunState, event: RunEvent): ActPreview {
  const answer = transition(plan, state, event);
  if (!answer.ok) return { ok: false, refused: answer.refused };
  const changes = changedTaskRuns(plan, state, answer.state).flatMap((after): ActChange[] => {
    const before = taskRun(plan, state, after.task, after.index);
    return before && before.status !== after.status
      ? [{ task: after.task, index: after.index, from: before.status, to: after.status }]
      : [];
  });
  return { ok: true, changes };
}
