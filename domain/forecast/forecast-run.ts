import type { Plan } from '#domain/run/plan-shape.ts';
import { runView, taskRuns, type TaskRunView } from '#domain/run/read.ts';
import type { RunState } from '#domain/run/state.ts';
import { isFinished, isRunFinished } from '#domain/run/status.ts';
import type { TaskTimes } from './critical-chain.ts';
import { remainingMs, type Guess } from './remaining-ms.ts';
import type { UsualDurations } from './usual.ts';

/** When a run will probably end, ms since the epoch, and on what that rests. */
export interface Forecast {
  lowAt: number;
  midAt: number;
  highAt: number;
  /** When each task began or will begin, and when it ended or will end; of a run that has ended only the facts. */
  tasks: ReadonlyMap<string, TaskTimes>;
  /** Tasks still to be done that never went well before: they are counted as nothing. */
  unknown: string[];
  /** Tasks that wait for a person: nobody can say when they answer. */
  person: string[];
  /** Tasks that have been running for longer than they usually do. */
  late: string[];
  /** Runs that the guess rests on. */
  runs: number;
}

const guesses = ['low', 'mid', 'high'] as const satisfies Guess[];

/**
 * How the rest of a run will probably go: each task takes what it usually takes and begins when its last upstream ends; the
 * work left cannot be done faster than `maxActiveTasks` at a time. Tasks that went well in fewer than half of the runs looked
 * at are taken as not needed, unless they are under way. Null for a run that has not begun.
 */
export function forecastRun(
  plan: Plan,
  state: RunState,
  usual: UsualDurations,
  now: number,
  maxActiveTasks: number,
): Forecast | null {
  const run = runView(plan, state);
  if (run.startedAt === null) return null;
  const over = isRunFinished(run.status);
  const beganAt = run.startedAt;
  const present = over ? (run.endedAt ?? now) : now;
  const views = new Map<string, TaskRunView[]>();
  for (const view of taskRuns(plan, state)) {
    const own = views.get(view.task);
    if (own === undefined) views.set(view.task, [view]);
    else own.push(view);
  }
  const tasks = new Map<string, TaskTimes>();
  const forecast: Forecast = {
    lowAt: present,
    midAt: present,
    highAt: present,
    tasks,
    unknown: [],
    person: [],
    late: [],
    runs: usual.runs,
  };
  for (const guess of guesses) {
    const ends = new Float64Array(plan.tasks.length);
    let last = beganAt;
    let workMs = 0;
    // A plan lists its tasks by depth: whatever a task waits for comes before it.
    plan.tasks.forEach(({ id, scope }, node) => {
      const own = views.get(id) ?? [];
      let ready = beganAt;
      const { offsets, targets } = plan.graph.up;
      for (let at = offsets[node]!; at < offsets[node + 1]!; at++) ready = Math.max(ready, ends[targets[at]!]!);
      const first = own.reduce<number | null>(
        (min, { startedAt }) => (startedAt === null ? min : Math.min(min ?? startedAt, startedAt)),
        null,
      );
      let times: TaskTimes;
      if (over || (own.length > 0 && own.every(({ status }) => isFinished(status)))) {
        const ended = own.reduce((latest, { endedAt }) => Math.max(latest, endedAt ?? 0), 0);
        times = { startAt: first, endAt: ended === 0 ? ready : ended };
      } else {
        const parallel = Math.max(1, Math.min(plan.scopes[scope]?.maxParallel ?? Infinity, maxActiveTasks));
        const rest = remainingMs({ views: own, usual: usual.tasks[id], runs: usual.runs, now, parallel, guess, ready });
        if (guess === 'mid') {
          if (rest.unknown) forecast.unknown.push(id);
          if (rest.person) forecast.person.push(id);
          if (rest.late) forecast.late.push(id);
        }
        workMs += rest.workMs;
        times = { startAt: first ?? (rest.workMs > 0 ? Math.max(now, ready) : null), endAt: rest.endAt };
      }
      ends[node] = times.endAt;
      last = Math.max(last, times.endAt);
      if (guess === 'mid') tasks.set(id, times);
    });
    const end = over ? present : Math.max(now, last, now + workMs / Math.max(1, maxActiveTasks));
    if (guess === 'low') forecast.lowAt = end;
    else if (guess === 'mid') forecast.midAt = end;
    else forecast.highAt = end;
  }
  return forecast;
}
