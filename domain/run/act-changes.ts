import { previewAct, type ActEvent } from './preview-act.ts';
import type { Plan } from './plan-shape.ts';
import { taskRun } from './read.ts';
import type { RunState } from './state.ts';
import type { TaskRunStatus } from './status.ts';

/** One task run that an act of a person changes. */
export interface ActChange {
  task: string;
  index?: number;
  from: TaskRunStatus;
  to: TaskRunStatus;
  /** It would run again, and an attempt of it has done its work, or is doing it. */
  twice: boolean;
}
export type ActPreview = { ok: true; changes: ActChange[] } | { ok: false; refused: string };

/** Exactly which task runs an act changes, by the code that performs it: what a person is shown and what the engine asks consent for. */
export function actChanges(plan: Plan, state: RunState, event: ActEvent): ActPreview {
  const preview = previewAct(plan, state, event);
  if (!preview.ok) return preview;
  const changes = preview.changed.flatMap((after): ActChange[] => {
    const before = taskRun(plan, state, after.task, after.index);
    if (!before || before.status === after.status) return [];
    const { status: from, attempt, reason } = before;
    const again = after.status === 'none' || after.status === 'scheduled' || after.status === 'restarting';
    // Whatever was marked over an attempt: that attempt may have succeeded, or was cut in the middle of its work.
    const worked = attempt > 0 && (from === 'success' || from === 'running' || reason === 'marked');
    return [
      {
        task: after.task,
        ...(after.index === undefined ? {} : { index: after.index }),
        from,
        to: after.status,
        twice: again && worked,
      },
    ];
  });
  return { ok: true, changes };
}
