import type { OccurrenceRow, TurnWrite } from './store.ts';

/**
 * What is left of a turn when these occurrences were decided by somebody else already: nothing of the runs they were to
 * start. A run that is not new in this turn is not touched by this.
 */
export function withoutTaken(turn: TurnWrite, taken: OccurrenceRow[]): TurnWrite {
  const dropped = new Set(taken.flatMap(({ runId }) => (runId === null ? [] : [runId])));
  const isNew = new Set(turn.newRuns?.map(({ id }) => id));
  for (const runId of dropped) if (!isNew.has(runId)) dropped.delete(runId);
  if (dropped.size === 0) return turn;
  const stays = ({ runId }: { runId: string }) => !dropped.has(runId);
  const droppedAttempts = new Set(turn.newAttempts?.filter((row) => !stays(row)).map(({ id }) => id));
  const {
    newRuns,
    runs,
    events,
    taskRuns,
    goneTaskRuns,
    movedRuns,
    newAttempts,
    attempts,
    artifacts,
    snapshots,
    logs,
    approvals,
    childRuns,
    alerts,
    runActs,
    ...rest
  } = turn;
  return {
    ...rest,
    newRuns: newRuns?.filter(({ id }) => !dropped.has(id)),
    runs: runs?.filter(({ id }) => !dropped.has(id)),
    events: events?.filter(stays),
    taskRuns: taskRuns?.filter(stays),
    goneTaskRuns: goneTaskRuns?.filter(stays),
    movedRuns: movedRuns?.filter(stays),
    newAttempts: newAttempts?.filter(stays),
    attempts: attempts?.filter(({ id }) => !droppedAttempts.has(id)),
    artifacts: artifacts?.filter(stays),
    snapshots: snapshots?.filter(stays),
    approvals: approvals?.filter(stays),
    childRuns: childRuns?.filter(stays),
    alerts: alerts?.filter(({ runId }) => runId === null || !dropped.has(runId)),
    runActs: runActs?.filter(stays),
    logs: logs?.filter(({ attemptId }) => !droppedAttempts.has(attemptId)),
  };
}
