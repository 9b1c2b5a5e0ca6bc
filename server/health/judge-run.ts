import type { RunEvent } from '#domain/run/events.ts';
import { newRun } from '#domain/run/new-run.ts';
import type { Plan } from '#domain/run/plan.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import { transition, type RunState } from '#domain/run/transition.ts';
import type { AttemptRow, RunRow, TaskRunRow } from '#server/store/store.ts';
import type { Violation } from './violation.ts';

/** Most attempts of one task run that are lost to us since it was last cleared: three are made good, the next is final. */
const mostLost = 4;

/** Everything that is stored of a run, and the plan of what it runs. */
export interface StoredRun {
  plan: Plan;
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
export function judgeRun({ plan, run, events, rows, attempts }: StoredRun): Violation[] {
  const violations: Violation[] = [];
  let state: RunState = newRun(plan);
  if (events.length !== run.seq)
    violations.push({ invariant: 'I6', subject: run.id, message: `It has ${run.seq} events, and ${events.length} are stored.` });
  events.forEach((event, at) => {
    const answer = transition(plan, state, event);
    if (answer.ok) state = answer.state;
    else {
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
  return [...violations, ...judgeAttempts(plan, run, events, attempts)];
}

function judgeAttempts(plan: Plan, run: RunRow, events: RunEvent[], attempts: AttemptRow[]): Violation[] {
  // Each act of a person may give every task run all its attempts again.
  const acts = events.filter(({ type }) => type === 'tasksCleared' || type === 'tasksForced' || type === 'taskMarked').length;
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
    const node = plan.indexOf.get(task);
    const retries = node === undefined ? 0 : (plan.tasks[node]?.retry?.max ?? 0);
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
