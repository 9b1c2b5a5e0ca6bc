import type { Draft } from './draft.ts';
import { refOf } from './ref.ts';

/** `scheduled`: its next attempt asks for admission, or will when the run is resumed. */
export function askFor(draft: Draft, task: number, index: number): void {
  const row = draft.row(task, index);
  draft.put(task, index, {
    ...row,
    status: 'scheduled',
    attempt: row.attempt + 1,
    startedAt: null,
    endedAt: null,
    dueAt: null,
    reason: null,
    woken: false,
    stop: null,
  });
  requestAdmission(draft, task, index);
}

/** Asks for the slots of a `scheduled` task run, unless the run is paused. */
export function requestAdmission(draft: Draft, task: number, index: number): void {
  if (draft.run.paused) return;
  const { id, pool, slots, scope } = draft.plan.tasks[task]!;
  const maxParallel = scope < 0 ? null : draft.plan.scopes[scope]!.maxParallel;
  draft.effects.push({
    type: 'requestAdmission',
    ...refOf(id, index),
    attempt: draft.row(task, index).attempt,
    pool,
    slots,
    priority: draft.plan.priority[task]!,
    ...(maxParallel === null ? {} : { maxParallel }),
  });
}
