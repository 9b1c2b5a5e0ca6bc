import { describe, expect, test } from 'vitest';
import { RunProbe } from './testing/run-probe.ts';
import { workflowOf } from './testing/workflow-of.ts';
import { taskRun } from './read.ts';

const one = (task: object, rest: object = {}) => new RunProbe(workflowOf({ tasks: { a: task }, ...rest })).start();
const infra = (code: string) => ({ type: 'failed', error: { code, message: code }, retry: 'policy', infra: true }) as const;
const lost = infra('lost');
/** Loses the attempt that is asked for and lets its delay pass. Gives the delay in ms. */
function lose(run: RunProbe, result: ReturnType<typeof infra>, from: 'scheduled' | 'queued' = 'scheduled'): number {
  const attempt = run.attempt('a')!;
  if (from === 'queued') run.send({ type: 'attemptEnded', task: 'a', attempt, result });
  else run.end('a', result);
  const [due] = run.effects.flatMap((effect) => (effect.type === 'setTimer' && effect.timer === 'retry' ? [effect.atMs] : []));
  if (due === undefined) return 0;
  const delayMs = due - run.at;
  run.send({ type: 'retryDue', task: 'a', attempt, at: due });
  return delayMs;
}

describe('an attempt', () => {
  test('goes scheduled, queued, running, success; the effects say what the host does', () => {
    const run = new RunProbe(workflowOf({ tasks: { a: { pool: { name: 'db', slots: 2 }, priority: { weight: 5 } } } }));
    expect(run.line).toBe('a:none');
    run.start();
    expect(run.effects).toEqual([{ type: 'requestAdmission', task: 'a', attempt: 1, pool: 'db', slots: 2, priority: 5 }]);
    run.send({ type: 'admitted', task: 'a', attempt: 1, token: 'x' });
    expect(run.effects).toEqual([{ type: 'startAttempt', task: 'a', attempt: 1, token: 'x' }]);
    expect(run.line).toBe('a:queued');
    run.send({ type: 'attemptStarted', task: 'a', attempt: 1, at: 1500 });
    expect(run.line).toBe('a:running');
    run.send({ type: 'attemptEnded', task: 'a', attempt: 1, at: 1700, result: { type: 'success' } });
    expect(run.did).toEqual(['releaseAdmission a', 'runFinished success']);
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({ status: 'success', startedAt: 1500, endedAt: 1700, attempt: 1 });
  });

  test('that is refused before it starts ends from queued', () => {
    const run = one({});
    run.send({ type: 'admitted', task: 'a', attempt: 1, token: 'x' });
    run.send({
      type: 'attemptEnded',
      task: 'a',
      attempt: 1,
      result: { type: 'failed', error: { code: 'template', message: 'no' }, retry: 'never' },
    });
    expect(run.run).toBe('failed');
  });
});

describe('retries', () => {
  test('wait for their delay, and are refused before it', () => {
    const run = one({ retry: { max: 1, delaySec: 10 } });
    run.end('a', 'failed');
    expect(run.line).toBe('a:up_for_retry');
    expect(run.effects).toContainEqual({ type: 'setTimer', timer: 'retry', task: 'a', attempt: 1, atMs: 11_000 });
    expect(run.try({ type: 'retryDue', task: 'a', attempt: 1, at: 10_999 })).toBe('retry.early');
    run.send({ type: 'retryDue', task: 'a', attempt: 1, at: 11_000 });
    expect(run.did).toEqual(['requestAdmission a']);
    run.end('a', 'failed');
    expect(run.line).toBe('a:failed');
    expect(run.attempt('a')).toBe(2);
  });

  test('without a delay ask again in the same event', () => {
    const run = one({ retry: { max: 1, delaySec: 0 } });
    run.end('a', 'failed');
    expect(run.did).toEqual(['releaseAdmission a', 'requestAdmission a']);
  });

  test('are not made for a failure that forbids them', () => {
    const run = one({ retry: { max: 5 } });
    run.end('a', 'failed_no_retry');
    expect(run.run).toBe('failed');
  });

  test('that are due are judged by their rule anew: a cleared upstream holds them', () => {
    const run = new RunProbe(workflowOf({ tasks: { a: {}, b: { retry: { max: 1, delaySec: 10 } } }, edges: ['a > b'] })).start();
    run.end('a');
    run.end('b', 'failed');
    run.send({ type: 'tasksCleared', by: 'me', tasks: [{ task: 'a' }] });
    run.send({ type: 'retryDue', task: 'b', attempt: 1, at: 20_000 });
    expect(run.line).toBe('a:scheduled b:up_for_retry');
    run.end('a', 'failed');
    expect(run.line).toBe('a:failed b:upstream_failed');
  });

  test('a loss of ours burns none, and is made good three times', () => {
    const run = one({ retry: { max: 1, delaySec: 0 } });
    const delays: number[] = [];
    for (let loss = 0; loss < 3; loss++) delays.push(lose(run, lost));
    expect(delays).toEqual([0, 1_000, 2_000]);
    expect(run.line).toBe('a:scheduled');
    run.end('a', 'failed');
    expect(run.line).toBe('a:scheduled');
    run.end('a', lost);
    expect(run.line).toBe('a:failed');
    expect(run.attempt('a')).toBe(5);
    expect(taskRun(run.plan, run.state, 'a')?.reason).toMatch(/^poison: lost 4 times/);
    // Cleared, it has all of them again.
    run.send({ type: 'tasksCleared', by: 'ann', tasks: [{ task: 'a' }] });
    run.end('a', lost);
    expect(run.line).toBe('a:scheduled');
  });

  test('an ordinary stop of the engine counts for nothing, and is made good at once', () => {
    const run = one({ retry: { max: 1, delaySec: 0 } });
    for (let stop = 0; stop < 9; stop++) expect(lose(run, infra('stopped'))).toBe(0);
    expect(run.line).toBe('a:scheduled');
    run.end('a', 'failed');
    run.end('a', 'failed');
    expect(run.line).toBe('a:failed');
    expect(run.attempt('a')).toBe(11);
  });

  test.each(['disk', 'spawn'])('an order that never began (%s) waits longer and longer, and as often as need be', (code) => {
    const run = one({});
    const delays: number[] = [];
    for (let loss = 0; loss < 9; loss++) {
      run.send({ type: 'admitted', task: 'a', attempt: run.attempt('a')!, token: 'x' });
      delays.push(lose(run, infra(code), 'queued'));
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    run.end('a');
    expect(run.run).toBe('success');
  });

  test('work that had begun and found the disk full is bounded, and keeps its name', () => {
    const run = one({});
    expect([0, 1, 2].map(() => lose(run, infra('disk')))).toEqual([1_000, 2_000, 4_000]);
    run.end('a', infra('disk'));
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({ status: 'failed', reason: 'disk' });
  });

  test.each([1, 2, 3])('a run of machine %i makes good at once and counts all, as it was told then', (machine) => {
    const run = new RunProbe(workflowOf({ tasks: { a: {} } }), { machine }).start();
    for (const code of ['stopped', 'disk', 'spawn']) {
      expect(lose(run, infra(code))).toBe(0);
      expect(run.line).toBe('a:scheduled');
    }
    run.end('a', infra('stopped'));
    expect(run.line).toBe('a:failed');
  });

  test('a run of an older machine calls it lost, as it was told then', () => {
    const run = new RunProbe(workflowOf({ tasks: { a: {} } }), { machine: 1 }).start();
    for (let loss = 0; loss < 4; loss++) run.end('a', lost);
    expect(taskRun(run.plan, run.state, 'a')).toMatchObject({ status: 'failed', reason: 'lost' });
  });

  test('backoff counts attempts over clears, without the lost ones', () => {
    const run = one({ retry: { max: 1, delaySec: 100, multiplier: 2 } });
    const delay = () => run.effects.flatMap((effect) => (effect.type === 'setTimer' ? [(effect.atMs - run.at) / 1000] : []))[0]!;
    run.end('a', lost);
    run.end('a', 'failed');
    expect(delay()).toBeGreaterThanOrEqual(100);
    expect(delay()).toBeLessThan(200);
    run.send({ type: 'tasksCleared', by: 'me', tasks: [{ task: 'a' }] });
    run.end('a', 'failed');
    expect(delay()).toBeGreaterThanOrEqual(200);
    expect(delay()).toBeLessThan(400);
  });
});

describe('timeouts', () => {
  const timer = { type: 'setTimer', timer: 'timeout', task: 'a' } as const;

  test('end the work; the end is written when it is reported, and is retried', () => {
    const run = one({ timeoutSec: 5, retry: { max: 1, delaySec: 0 } });
    run.begin('a');
    expect(run.effects).toEqual([{ ...timer, attempt: 1, atMs: 6000 }]);
    run.send({ type: 'attemptTimedOut', task: 'a', attempt: 1, at: 6000 });
    expect(run.did).toEqual(['stopAttempt a timeout']);
    expect(run.line).toBe('a:running');
    expect(run.try({ type: 'attemptTimedOut', task: 'a', attempt: 1 })).toBe('attempt.stopping');
    run.end('a', { type: 'failed', error: { code: 'signal', message: 'signal 15' }, retry: 'policy' });
    expect(run.line).toBe('a:scheduled');
    expect(run.try({ type: 'attemptTimedOut', task: 'a', attempt: 1 })).toBe('attempt.not-current');
  });

  test('of a sensor span its pokes and retries, and are not retried', () => {
    const run = one({ timeoutSec: 60, retry: { max: 3, delaySec: 1 } });
    run.begin('a');
    run.send({ type: 'attemptParked', task: 'a', attempt: 1, as: 'up_for_reschedule', untilMs: 11_000 });
    expect(run.did).toEqual(['releaseAdmission a', 'setTimer a wake']);
    run.send({ type: 'attemptWoken', task: 'a', attempt: 1, at: 11_000 });
    run.begin('a');
    expect(run.effects).toEqual([]);
    run.end('a', 'failed');
    run.send({ type: 'retryDue', task: 'a', attempt: 1, at: 13_000 });
    run.begin('a');
    expect(run.effects).toEqual([{ ...timer, attempt: 2, atMs: 61_000 }]);
    run.send({ type: 'attemptParked', task: 'a', attempt: 2, as: 'up_for_reschedule', untilMs: 90_000 });
    run.send({ type: 'attemptTimedOut', task: 'a', attempt: 2, at: 61_000 });
    expect(run.line).toBe('a:failed');
    expect(taskRun(run.plan, run.state, 'a')?.reason).toBe('timeout after 60 s');
  });

  test('of a parked attempt that waits for a person are retried like any other', () => {
    const run = one({ timeoutSec: 60, retry: { max: 1, delaySec: 0 } });
    run.begin('a');
    run.send({ type: 'attemptParked', task: 'a', attempt: 1, as: 'awaiting_input', key: 'k' });
    run.send({ type: 'attemptTimedOut', task: 'a', attempt: 1, at: 61_000 });
    expect(run.line).toBe('a:scheduled');
    expect(run.attempt('a')).toBe(2);
  });
});

test('a woken attempt is admitted again, goes on as the same attempt and keeps its start', () => {
  const run = one({});
  run.begin('a');
  run.send({ type: 'attemptParked', task: 'a', attempt: 1, as: 'deferred', untilMs: 5000 });
  run.send({ type: 'attemptWoken', task: 'a', attempt: 1, at: 5000 });
  expect(run.line).toBe('a:scheduled');
  run.send({ type: 'admitted', task: 'a', attempt: 1, token: 'x' });
  expect(run.effects).toEqual([{ type: 'startAttempt', task: 'a', attempt: 1, token: 'x', woken: true }]);
  run.send({ type: 'attemptStarted', task: 'a', attempt: 1 });
  expect(taskRun(run.plan, run.state, 'a')?.startedAt).toBe(1000);
  run.end('a');
  expect(run.run).toBe('success');
});
