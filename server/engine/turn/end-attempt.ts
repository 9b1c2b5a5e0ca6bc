import type { Json } from '#domain/definition/schema/json.ts';
import type { AttemptResult } from '#domain/run/events.ts';
import { taskRuns } from '#domain/run/read.ts';
import { CodedFailure } from '#operators/runner.ts';
import type { AttemptStatus } from '#server/store/store.ts';
import type { AttemptEnd } from '../perform/performer.ts';
import type { Decider } from './decider.ts';
import { hasTimeout, scopesFrom } from './compiled-version.ts';
import { timeoutKey } from './timeout-key.ts';
import { tellLists } from './map-lists.ts';
import type { OpenAttempt } from './open-attempt.ts';
import { refOf } from './ref-of.ts';

/** An end whose output is a list for others waits until the lists can be told, and for the end of that kind before it. */
export function endAttempt(decider: Decider, open: OpenAttempt, end: AttemptEnd): void {
  const { run } = open;
  if (end.outcome.type !== 'success' || scopesFrom(run.compiled, open.task).length === 0) {
    close(decider, open, end, end.outcome);
    return;
  }
  run.ending = run.ending.then(async () => {
    // With a mapped source the list is whole when its last copy has succeeded; the machine asks for no sooner.
    const others = taskRuns(run.compiled.plan, run.state).filter((view) => view.task === open.task && view.index !== open.index);
    const isWhole = others.every((view) => view.index === undefined || view.status === 'success');
    if (open.index === undefined) run.outputs.put(open.task, undefined, end.output);
    const told = isWhole ? await readLists(decider, open, end) : { result: end.outcome };
    await decider.outside.decided(() => close(decider, open, end, told.result));
  });
}

async function readLists(decider: Decider, open: OpenAttempt, end: AttemptEnd): Promise<{ result: AttemptResult }> {
  const { run, task, index } = open;
  const read = async (name: string): Promise<Json | undefined> => {
    if (name !== task) return decider.outside.readOutput(run, name);
    if (index === undefined) return end.output ?? undefined;
    const copies = await decider.outside.readOutput(run, name);
    return Array.isArray(copies) ? copies.with(index, end.output) : copies;
  };
  try {
    return { result: { ...end.outcome, lists: await tellLists(run, task, read) } as AttemptResult };
  } catch (error) {
    const code = error instanceof CodedFailure ? error.code : 'template';
    return { result: { type: 'failed', error: { code, message: (error as Error).message }, retry: 'never' } };
  }
}

function close(decider: Decider, open: OpenAttempt, end: AttemptEnd, result: AttemptResult): void {
  const { run } = open;
  const { turn } = decider;
  turn.setAttempt(open.id, open.token, {
    status: rowStatus(open, result),
    infra: result.type === 'failed' && result.infra === true,
    endedAt: end.endedAt,
    exitCode: end.exitCode,
    errorCode: result.type === 'failed' ? result.error.code : null,
    error: result.type === 'failed' ? result.error.message : null,
    output: end.output,
  });
  if (end.artifacts.length > 0) turn.artifacts.push(...end.artifacts);
  run.attempts.delete(`${open.task}#${open.index ?? -1}@${open.attempt}`);
  decider.attempts.delete(open.id);
  if (result.type === 'success') run.outputs.put(open.task, open.index, end.output);
  if (hasTimeout(run.compiled, open.task))
    turn.effects.push({ type: 'clearTimer', key: timeoutKey(run.facts.id, open.task, open.index) });
  turn.effects.push({ type: 'forget', attemptId: open.id });
  // Refused when the machine has moved on (cancelled, failed fast): the row is closed all the same.
  const refused = decider.apply(run, { type: 'attemptEnded', at: end.endedAt, ...refOf(open), attempt: open.attempt, result });
  if (refused === null) return;
  // Of a task that fell away with its version only its end gives the slots back; and a run that had ended may go now.
  decider.tell({ type: 'released', run: run.facts.id, task: open.task, index: open.index ?? -1, attempt: open.attempt });
  if (decider.runs.get(run.facts.id) === run) turn.runs.add(run);
}

function rowStatus(open: OpenAttempt, result: AttemptResult): AttemptStatus {
  if (result.type !== 'failed') return result.type;
  if (open.stopped === 'fail-fast') return 'cut';
  return open.stopped === 'cancelled' || open.stopped === 'restarting' ? 'cancelled' : 'failed';
}
