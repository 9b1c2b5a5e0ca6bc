import type { RunEvent } from '#domain/run/events.ts';
import { newRun } from '#domain/run/new-run.ts';
import type { Plan, PlanOf } from '#domain/run/plan.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import { transition, type RunState } from '#domain/run/transition.ts';
import type { AttemptRow, RunRow, TaskRunRow } from '#server/store/store.ts';
import type { Violation } from './violation.ts';

/** Most attempts of one task run that are lost to us since it was last cleared: three are made good, the next is final. */
const mostLost = 4;

/** Acts of people that give task runs all their attempts again. */
const anew = new Set<RunEvent['type']>(['tasksCleared', 'runMoved', 'tasksForced', 'taskMarked']);

/** Everything that is stored of a run, and the plan of what it runs. */
export interface StoredRun {
  /** Of the version that it began on, and of those it was moved to. */
  plan: Plan;
  planOf?: PlanOf;
  run: RunRow;
  /** All of them, in order. */
  events: RunEvent[];
  rows: TaskRunRow[];
  attempts: AttemptRow[];
}

/**
 * Replays a run with the machine: every stored event must be one that it takes (I4; starts: I7), the stored statuses must be
 * those it gives (I4), no event may be missing (I6), and no task run may have had more attempts than it is allowed (I5).
 */
export function judgeRun({ plan: first, planOf, run, events, rows, attempts }: StoredRun): Violation[] {
  const violations: Violation[] = [];
  let plan = first;
  const plans = [plan];
  let state: RunState = newRun(plan);
  if (events.length !== run.seq)
    violations.push({ invariant: 'I6', subject: run.id, message: `It has ${run.seq} events, and ${events.length} are stored.` });
  events.forEach((event, at) => {
    const answer = transition(plan, state, event, planOf);
    if (answer.ok) {
      state = answer.state;
      if (event.type === 'runMoved') plans.push((plan = planOf!(event.to)!));
    } else {
      const starts = event.type === 'admitted' || event.type === 'attemptStarted';
      const message = `Event ${at + 1} (${event.type}) is none that may come there: ${answer.refused}`;
      violations.push({ invariant: starts ? 'I7' : 'I4', subject: run.id, message });
    }
  });
  const { status } = runView(plan, state);
  if (status !== run.status)
    violations.push({ invariant: 'I4', subject: run.id, message: `Its events end in ${status}, and ${run.status} is stored.` });
  const stored = new Map(rows.map((row) => [`${row.task}#${row.mapIndex}`, row.status]));
  for (const view of taskRuns(plan, state)) {
    const is = stored.get(`${view.task}#${view.index ?? -1}`) ?? 'none';
    if (is === view.status) continue;
    const subject = `${run.id}/${view.task}${view.index === undefined ? '' : `[${view.index}]`}`;
    violations.push({ invariant: 'I4', subject, message: `Its events end in ${view.status}, and ${is} is stored.` });
  }
  return [...violations, ...judgeAttempts(plans, run, events, attempts)];
}

function judgeAttempts(plans: readonly Plan[], run: RunRow, events: RunEvent[], attempts: AttemptRow[]): Violation[] {
  // Each act of a person may give every task run all its attempts again.
  const acts = events.filter(({ type }) => anew.has(type)).length;
  const own = new Map<string, { task: string; counted: number; infra: number }>();
  for (const row of attempts) {
    const { task, mapIndex, infra } = row;
    const key = `${task}[${mapIndex}]`;
    const count = own.get(key) ?? { task, counted: 0, infra: 0 };
    if (!infra) count.counted++;
    else if (!isSpared(row)) count.infra++;
    own.set(key, count);
  }
  return [...own].flatMap(([key, { task, counted, infra }]): Violation[] => {
    const retries = Math.max(...plans.map((plan) => plan.tasks[plan.indexOf.get(task) ?? -1]?.retry?.max ?? 0));
    const subject = `${run.id}/${key}`;
    const found: Violation[] = [];
    if (counted > (1 + retries) * (1 + acts))
      found.push({ invariant: 'I5', subject, message: `${counted} attempts, and ${retries} retries are allowed.` });
    if (infra > mostLost * (1 + acts)) found.push({ invariant: 'I5', subject, message: `${infra} attempts were lost to us.` });
    return found;
  });
}

/** Losses that count towards no cap (`infraLoss`): an ordinary stop of the engine, an order that never began for want of room. */
const isSpared = ({ errorCode, startedAt }: AttemptRow): boolean =>
  errorCode === 'stopped' || (startedAt === null && (errorCode === 'disk' || errorCode === 'spawn'));
