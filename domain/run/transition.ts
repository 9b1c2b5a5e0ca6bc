import { Draft } from './draft.ts';
import type { RunEffect } from './effects.ts';
import type { RunEvent, RunEventType } from './events.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import { runRounds } from './rounds.ts';
import { settleRun } from './settle.ts';
import type { RunState } from './state.ts';
import { refuse, type TransitionOf } from './transition-of.ts';
import { admitted } from './transitions/admitted.ts';
import { attemptEnded } from './transitions/attempt-ended.ts';
import { attemptParked } from './transitions/attempt-parked.ts';
import { attemptStarted } from './transitions/attempt-started.ts';
import { attemptTimedOut } from './transitions/attempt-timed-out.ts';
import { attemptWoken } from './transitions/attempt-woken.ts';
import { pastSatisfied } from './transitions/past-satisfied.ts';
import { retryDue } from './transitions/retry-due.ts';
import { runAdmitted } from './transitions/run-admitted.ts';
import { runCancelled } from './transitions/run-cancelled.ts';
import { runCreated } from './transitions/run-created.ts';
import { runPaused } from './transitions/run-paused.ts';
import { runMoved } from './transitions/run-moved.ts';
import { runResumed } from './transitions/run-resumed.ts';
import { runTimedOut } from './transitions/run-timed-out.ts';
import { taskMarked } from './transitions/task-marked.ts';
import { tasksCleared } from './transitions/tasks-cleared.ts';
import { tasksForced } from './transitions/tasks-forced.ts';

export { newRun } from './new-run.ts';
export type { RunState } from './state.ts';

/** Every event that can happen to a run. */
export const transitions: { readonly [T in RunEventType]: TransitionOf<T> } = {
  runCreated,
  runAdmitted,
  admitted,
  attemptStarted,
  attemptEnded,
  attemptParked,
  attemptWoken,
  retryDue,
  attemptTimedOut,
  pastSatisfied,
  runTimedOut,
  runPaused,
  runResumed,
  runCancelled,
  tasksCleared,
  runMoved,
  tasksForced,
  taskMarked,
};

/** What an event led to: the new state and what a host must do, or why it cannot have happened (`code: sentence`). */
export type Transitioned = { ok: true; state: RunState; effects: RunEffect[] } | { ok: false; refused: string };

/**
 * One event of one run. Pure, synchronous and total: never throws for an event that is impossible or came twice, but refuses
 * it. The old state stays valid. Work is proportional to the task runs that the event touches.
 * @param planOf the plan of a version, for `runMoved`: the state after it is one of that plan
 */
export function transition(plan: Plan, state: RunState, event: RunEvent, planOf: PlanOf | null = null): Transitioned {
  const draft = new Draft(plan, state);
  draft.planOf = planOf;
  const refused = applyEvent(draft, event);
  return refused === null ? { ok: true, state: draft.done(), effects: draft.effects } : { ok: false, refused };
}

/** What the event does by itself, before anything that follows from it; null, or why it is refused. */
export const applyAlone = (draft: Draft, event: RunEvent): string | null =>
  (transitions[event.type] as TransitionOf<RunEventType>).apply(draft, event);

/** The same on a draft, which stays as it was when the event is refused. */
export function applyEvent(draft: Draft, event: RunEvent): string | null {
  if (!Object.hasOwn(transitions, event.type)) return refuse('event.unknown', `There is no event ${String(event.type)}.`);
  if (!draft.run.created && event.type !== 'runCreated') return refuse('run.not-created', 'The run does not exist yet.');
  draft.at = event.at;
  const refused = applyAlone(draft, event);
  if (refused !== null) return refused;
  runRounds(draft);
  settleRun(draft);
  return null;
}
