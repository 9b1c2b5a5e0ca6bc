import { requestAdmission } from './ask-for.ts';
import { Draft } from './draft.ts';
import { eachRow } from './each-row.ts';
import type { RunEffect } from './effects.ts';
import type { Plan } from './plan-shape.ts';
import { refOf } from './ref.ts';
import type { Row, Stop } from './row.ts';
import type { RunState } from './state.ts';
import { isRunFinished, type TaskRunStatus } from './status.ts';

const waiting = new Set<TaskRunStatus>(['up_for_retry', 'up_for_reschedule', 'deferred', 'awaiting_input']);
const withTimeout = new Set<TaskRunStatus>(['queued', 'running', 'up_for_reschedule', 'deferred', 'awaiting_input']);

/**
 * What a host still owes a run whose state it has read back: the requests, timers, stops and questions that earlier events
 * led to and that no later event has answered. Attempts are not started again: whether they live is for the host to find out.
 */
export function outstanding(plan: Plan, state: RunState): RunEffect[] {
  const { run } = state;
  if (!run.created || isRunFinished(run.status)) return [];
  const draft = new Draft(plan, state);
  const { effects } = draft;
  if (plan.runTimeoutMs !== null && run.startedAt !== null && run.verdict === null)
    effects.push({ type: 'setRunTimer', atMs: run.startedAt + plan.runTimeoutMs });
  eachRow(draft, (task, index, row) => {
    const ref = { ...refOf(plan.tasks[task]!.id, index), attempt: row.attempt };
    if (row.status === 'scheduled') requestAdmission(draft, task, index);
    if (row.stop !== null) effects.push({ type: 'stopAttempt', ...ref, why: whyOf(row.stop) });
    const timeoutAt = timeoutOf(plan.tasks[task]!.timeoutMs, row);
    if (timeoutAt !== null) effects.push({ type: 'setTimer', timer: 'timeout', ...ref, atMs: timeoutAt });
    if (row.dueAt !== null && waiting.has(row.status))
      effects.push({ type: 'setTimer', timer: row.status === 'up_for_retry' ? 'retry' : 'wake', ...ref, atMs: row.dueAt });
  });
  for (let task = 0; task < plan.tasks.length; task++)
    if (draft.row(task, -1).past === 'asked') effects.push({ type: 'askPast', task: plan.tasks[task]!.id });
  return effects;
}

function timeoutOf(timeoutMs: number | null, row: Row): number | null {
  if (timeoutMs === null || row.startedAt === null || row.stop !== null || !withTimeout.has(row.status)) return null;
  return (row.sensor && row.firstAt !== null ? row.firstAt : row.startedAt) + timeoutMs;
}

/** Why work is being ended, in the words of the effect: a mark or a cancel is a cancel to the process. */
function whyOf(stop: NonNullable<Stop>): Extract<RunEffect, { type: 'stopAttempt' }>['why'] {
  if (stop === 'fail-fast' || stop === 'restarting' || stop === 'timeout') return stop;
  return stop === 'run-timeout' ? 'timeout' : 'cancelled';
}
