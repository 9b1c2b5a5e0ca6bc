import type { WaitingTaskRun } from './waiting.ts';

/**
 * What was admitted and has not begun is about to; but for as long as there is no spawner nothing that needs a process can.
 * Work inside the engine begins within moments and is hardly ever seen here.
 */
export function spawnerAway(waiting: readonly WaitingTaskRun[]): WaitingTaskRun[] {
  return waiting.map(({ reasons, ...taskRun }) => ({
    ...taskRun,
    reasons: reasons.map((reason) =>
      reason.code === 'attempt.starting'
        ? {
            code: 'spawner.away',
            message: 'Admitted; its process cannot begin, since the spawner is away. It is started again by itself.',
          }
        : reason,
    ),
  }));
}
