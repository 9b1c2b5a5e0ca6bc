import type { Json } from '#domain/definition/schema/json.ts';
import type { ActiveRun } from './active-run.ts';
import { attemptId } from './attempt-id.ts';
import { beginRun, type Beginning } from './begin-run.ts';
import type { Decider } from './decider.ts';

/** Who pauses, marks and resumes here: no person. */
const by = 'system';

/**
 * Decides the beginning of a try, within a turn: the run is created paused, the tasks that stand in for others are marked
 * success in their order and get the outputs that were given, and then it is resumed. From there on it is a run like any
 * other. An output lies in an attempt row of number 0, since no attempt was made; a task without one has no output.
 */
export function beginTry(
  decider: Decider,
  run: ActiveRun,
  task: string,
  given: ReadonlyMap<string, Json>,
  beginning: Beginning,
): void {
  const { id } = run.facts;
  const at = run.facts.createdAt;
  // A try is never turned away: its workflow is one of its own, without limits on runs.
  beginRun(decider, run, { ...beginning, paused: true });
  decider.apply(run, { type: 'runPaused', at, by });
  decider.apply(run, { type: 'runAdmitted', at });
  for (const { id: other } of run.compiled.plan.tasks) {
    if (other === task) continue;
    decider.apply(run, { type: 'taskMarked', at, by, task: other, status: 'success' });
    const output = given.get(other);
    if (output !== undefined) putOutput(decider, run, other, output);
  }
  decider.apply(run, { type: 'runResumed', at, by });
  decider.tell({ type: 'runResumed', run: id });
}

function putOutput(decider: Decider, run: ActiveRun, task: string, output: Json): void {
  const { id: runId, createdAt: at } = run.facts;
  const id = attemptId(runId, { task }, 0);
  run.outputs.put(task, undefined, output);
  decider.turn.newAttempts.set(id, {
    id,
    runId,
    task,
    mapIndex: -1,
    attempt: 0,
    token: decider.outside.newToken(),
    status: 'success',
    infra: false,
    pid: null,
    pidStart: null,
    bootId: null,
    queuedAt: at,
    startedAt: at,
    endedAt: at,
    exitCode: null,
    errorCode: null,
    error: null,
    config: null,
    output,
  });
}
