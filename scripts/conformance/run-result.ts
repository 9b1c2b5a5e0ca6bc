import { taskRuns } from '#domain/run/read.ts';
import { refText } from '#domain/run/ref.ts';
import type { PretendHost } from '#domain/simulation/pretend-host.ts';
import type { CaseAttempt, ExpectedRun } from './case.ts';

/** A run in the shape of the tables. Attempts that were cut are a set of [task, attempt, startedAt] apart, as their end means nothing. */
export interface RunResult {
  run: string;
  tasks: Record<string, string>;
  attempts: CaseAttempt[];
  cut: string[];
}

/** How a pretended run stands. `since` leaves out the attempts before it. */
export function runResult(host: PretendHost, since = 0): RunResult {
  const attempts = host.attempts
    .slice(since)
    .map((made): CaseAttempt => [refText(made), made.attempt, made.startedAt, made.endedAt, made.result]);
  return split({ run: host.view.status, tasks: statusesOf(host), attempts } as ExpectedRun);
}

/** Status by task or copy. */
export const statusesOf = ({ plan, state }: Pick<PretendHost, 'plan' | 'state'>): Record<string, string> =>
  Object.fromEntries(taskRuns(plan, state).map((view) => [refText(view), view.status]));

/** An expectation of the tables in the same shape. */
export function split({ run, tasks, attempts }: ExpectedRun): RunResult {
  const isCut = (attempt: CaseAttempt) => attempt[4] === 'cut';
  return {
    run,
    tasks,
    attempts: attempts.filter((attempt) => !isCut(attempt)),
    cut: attempts
      .filter(isCut)
      .map(([task, attempt, startedAt]) => `${task}@${attempt} from ${startedAt}`)
      .sort(),
  };
}
