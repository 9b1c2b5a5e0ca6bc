import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { RunEffect } from './effects.ts';
import type { RunEvent } from './events.ts';
import { outstanding } from './outstanding.ts';
import { compilePlan } from './plan.ts';
import { newRun, transition } from './transition.ts';

const created: RunEvent = {
  type: 'runCreated',
  at: 0,
  runType: 'manual',
  logicalTime: 0,
  dataIntervalStart: 0,
  dataIntervalEnd: 0,
  params: {},
  machine: 1,
};
const began: RunEvent[] = [created, { type: 'runAdmitted', at: 1 }];
const admitted: RunEvent = { type: 'admitted', at: 2, task: 'a', attempt: 1, token: 't' };
const started: RunEvent = { type: 'attemptStarted', at: 3, task: 'a', attempt: 1 };

/** What a host that has just read the run back owes it, and what the events themselves led to. */
function after(task: object, events: RunEvent[], settings: object = {}): { owed: RunEffect[]; effects: RunEffect[] } {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'w',
    triggers: [],
    tasks: [{ id: 'a', operator: 'noop@1', config: {}, ...task }],
    edges: [],
    settings,
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const plan = compilePlan(parsed.workflow);
  let state = newRun(plan);
  const effects: RunEffect[] = [];
  for (const event of events) {
    const answer = transition(plan, state, event);
    if (!answer.ok) throw new Error(answer.refused);
    ({ state } = answer);
    effects.push(...answer.effects);
  }
  return { owed: outstanding(plan, state), effects };
}
const ofType = (effects: readonly RunEffect[], ...types: RunEffect['type'][]) =>
  effects.filter(({ type }) => types.includes(type));

describe('what is outstanding', () => {
  it('nothing before a run exists and after it has ended', () => {
    expect(after({}, []).owed).toEqual([]);
    const ended: RunEvent = { type: 'attemptEnded', at: 4, task: 'a', attempt: 1, result: { type: 'success' } };
    expect(after({ timeoutSec: 9 }, [...began, admitted, started, ended], { runTimeoutSec: 60 }).owed).toEqual([]);
  });
  it('a request that was not answered, as it was asked; withdrawn while the run is paused', () => {
    const { owed, effects } = after({ pool: { name: 'db', slots: 2 } }, began);
    expect(owed).toEqual(ofType(effects, 'requestAdmission'));
    expect(owed).toHaveLength(1);
    expect(after({}, [...began, { type: 'runPaused', at: 2, by: 'x' }]).owed).toEqual([]);
  });
  it('the timeouts of a running attempt and of the run, as they were set', () => {
    const { owed, effects } = after({ timeoutSec: 9 }, [...began, admitted, started], { runTimeoutSec: 60 });
    expect(owed).toEqual(ofType(effects, 'setTimer', 'setRunTimer'));
    expect(owed).toHaveLength(2);
  });
  it('a retry and a wake, as they were set', () => {
    const failed: RunEvent = {
      type: 'attemptEnded',
      at: 4,
      task: 'a',
      attempt: 1,
      result: { type: 'failed', error: { code: 'exit', message: 'exit 1' }, retry: 'policy' },
    };
    const retry = after({ retry: { max: 1, delaySec: 5 } }, [...began, admitted, started, failed]);
    expect(retry.owed).toEqual(ofType(retry.effects, 'setTimer'));
    expect(retry.owed).toMatchObject([{ timer: 'retry', atMs: 5_004 }]);
    const parked: RunEvent = { type: 'attemptParked', at: 4, task: 'a', attempt: 1, as: 'deferred', untilMs: 900 };
    expect(after({}, [...began, admitted, started, parked]).owed).toMatchObject([{ type: 'setTimer', timer: 'wake', atMs: 900 }]);
  });
  it('a stop whose end has not come, and no timeout beside it', () => {
    const { owed, effects } = after({ timeoutSec: 9 }, [...began, admitted, started, { type: 'runCancelled', at: 5, by: 'x' }]);
    expect(owed).toEqual(ofType(effects, 'stopAttempt'));
    expect(owed).toHaveLength(1);
  });
  it('a question about the past', () => {
    const { owed, effects } = after({ past: { dependsOnPast: true } }, began);
    expect(owed).toEqual(ofType(effects, 'askPast'));
    expect(owed).toHaveLength(1);
  });
});
