import { describe, expect, it } from 'vitest';
import { admit } from './admit.ts';
import type { AdmissionEvent, Wish } from './events.ts';
import { reasons, runReason, pastReason } from './reasons.ts';
import { newAdmission } from './state.ts';
import { admissionEvents } from './testing/admission-events.ts';
import { feed } from './testing/feed.ts';

const { run, wish, done } = admissionEvents;

describe('run queue', () => {
  const limits = (maxActiveRuns: number, concurrency: 'queue' | 'skip' | 'cancel-previous' = 'queue'): AdmissionEvent => ({
    type: 'workflowChanged',
    workflow: 'w',
    limits: { maxActiveRuns, concurrency },
  });

  it('lets so many runs begin, the earliest logical time first, backfills last', () => {
    const state = newAdmission();
    expect(feed(state, limits(1), run('a'))).toEqual(['runAdmitted a']);
    expect(
      feed(state, run('back', { backfill: true, logicalTime: 1 }), run('c', { logicalTime: 3 }), run('b', { logicalTime: 2 })),
    ).toEqual([]);
    expect(runReason(state, 'b')).toMatchObject({ code: 'run.queued' });
    expect(feed(state, { type: 'runEnded', run: 'a' })).toEqual(['runAdmitted b']);
    expect(feed(state, { type: 'runEnded', run: 'b' }, { type: 'runEnded', run: 'c' })).toEqual([
      'runAdmitted c',
      'runAdmitted back',
    ]);
  });
  it('turns runs away when the policy is to skip', () => {
    const state = newAdmission();
    const [first, second] = [admit(state, run('a')), (admit(state, limits(1, 'skip')), admit(state, run('b')))];
    expect(first.out).toMatchObject([{ type: 'runAdmitted' }]);
    expect(second.out).toMatchObject([{ type: 'runRefused', run: 'b', reason: { code: 'run.concurrency' } }]);
    expect(state.runs.has('b')).toBe(false);
  });
  it('cancels the oldest when the policy says so, each only once', () => {
    const state = newAdmission();
    feed(state, limits(1, 'cancel-previous'), run('a', { logicalTime: 1 }));
    expect(feed(state, run('b', { logicalTime: 2 }))).toEqual(['runSuperseded a']);
    expect(feed(state, run('c', { logicalTime: 3 }))).toEqual(['runSuperseded b']);
    expect(feed(state, { type: 'runEnded', run: 'b' }, { type: 'runEnded', run: 'a' })).toEqual(['runAdmitted c']);
  });
  it('lets a reopened run go on when there is room: neither turned away nor superseding, and nothing of it before', () => {
    const state = newAdmission();
    const again = (id: string) => run(id, { reopened: true });
    feed(state, limits(1, 'skip'), run('a'));
    expect(feed(state, again('b'), wish('b', 'x'), wish('b', 'y'))).toEqual([]);
    expect(reasons(state, { run: 'b', task: 'x', index: -1, attempt: 1 })).toMatchObject([{ code: 'run.queued' }]);
    expect(feed(state, { type: 'runEnded', run: 'a' })).toEqual(['runAdmitted b', 'b/x', 'b/y']);
    feed(state, limits(1, 'cancel-previous'));
    expect(feed(state, again('c'))).toEqual([]);
    expect(feed(state, { type: 'runPaused', run: 'c' }, { type: 'runEnded', run: 'b' }, wish('c', 'x'))).toEqual([]);
    expect(feed(state, { type: 'runResumed', run: 'c' })).toEqual(['runAdmitted c', 'c/x']);
  });
  it('lets others by while a queued run is paused', () => {
    const state = newAdmission();
    feed(state, limits(1), run('a'), run('b', { paused: true }), run('c'));
    expect(feed(state, { type: 'runEnded', run: 'a' })).toEqual(['runAdmitted c']);
    expect(runReason(state, 'b')).toMatchObject({ code: 'run.paused' });
    expect(feed(state, { type: 'runResumed', run: 'b' }, { type: 'runEnded', run: 'c' })).toEqual(['runAdmitted b']);
  });
});

describe('pools', () => {
  const pool = (slots: number): AdmissionEvent => ({ type: 'poolChanged', pool: 'db', slots });
  const db = (task: string, more: Partial<Wish> = {}) => wish('r', task, { pool: 'db', ...more });

  it('goes by priority, then map index, and never over its slots', () => {
    const state = newAdmission();
    expect(feed(state, pool(1), run('r'), db('first'))).toEqual(['runAdmitted r', 'r/first']);
    feed(
      state,
      db('low'),
      db('copy', { priority: 2, index: 1 }),
      db('copy', { priority: 2, index: 0 }),
      db('high', { priority: 3 }),
    );
    expect(feed(state, done('r', 'first'), done('r', 'high'), done('r', 'copy', 0), done('r', 'copy', 1))).toEqual([
      'r/high',
      'r/copy[0]',
      'r/copy[1]',
      'r/low',
    ]);
  });
  it('says who holds it, that it is unknown, or too small', () => {
    const state = newAdmission();
    feed(state, pool(1), run('r'), db('a'), db('b'), db('big', { slots: 2 }), wish('r', 'lost', { pool: 'nowhere' }));
    const code = (task: string) => reasons(state, { run: 'r', task, index: -1, attempt: 1 }).map((reason) => reason.code);
    expect(code('a')).toEqual([]);
    expect(code('b')).toEqual(['pool.full']);
    expect(reasons(state, { run: 'r', task: 'b', index: -1, attempt: 1 })[0]?.message).toContain('1/1 used by r/a');
    expect(code('big')).toEqual(['pool.too-small']);
    expect(code('lost')).toEqual(['pool.unknown']);
    // What can never fit does not stand in the way of what can.
    expect(feed(state, done('r', 'a'))).toEqual(['r/b']);
    expect(feed(state, pool(3))).toEqual(['r/big']);
  });
  it('keeps slots for a task of many slots once a pool of slots has overtaken it', () => {
    const state = newAdmission();
    feed(
      state,
      pool(2),
      run('r'),
      db('s0'),
      db('s1'),
      db('big', { slots: 2, priority: 9 }),
      ...[2, 3, 4, 5].map((n) => db(`s${n}`)),
    );
    expect(feed(state, done('r', 's0'))).toEqual(['r/s2']);
    expect(feed(state, done('r', 's1'))).toEqual(['r/s3']);
    expect(feed(state, done('r', 's2'))).toEqual([]);
    expect(reasons(state, { run: 'r', task: 's4', index: -1, attempt: 1 })).toMatchObject([{ code: 'pool.reserved' }]);
    expect(feed(state, done('r', 's3'))).toEqual(['r/big']);
    expect(feed(state, done('r', 'big'))).toEqual(['r/s4', 'r/s5']);
  });
  it('keeps what recovery says is held, over the limit if need be', () => {
    const state = newAdmission();
    const held = (task: string) => ({ ...db(task), type: 'held' }) as AdmissionEvent;
    expect(feed(state, pool(1), run('r', { active: true }), held('a'), held('b'), db('c'), done('r', 'a'))).toEqual([]);
    expect(feed(state, done('r', 'b'))).toEqual(['r/c']);
  });
});

describe('limits', () => {
  it('a run at its limit does not stop another run of the same pool', () => {
    const state = newAdmission();
    feed(state, run('a', { maxActiveTasks: 1 }), run('b'));
    expect(feed(state, wish('a', 'x', { priority: 5 }), wish('a', 'y', { priority: 5 }), wish('b', 'z'))).toEqual(['a/x', 'b/z']);
    expect(reasons(state, { run: 'a', task: 'y', index: -1, attempt: 1 })).toEqual([
      { code: 'limit.run', message: '1 of 1 tasks of this run are active: x.' },
    ]);
    expect(feed(state, done('a', 'x'))).toEqual(['a/y']);
  });
  it('a paused run admits nothing', () => {
    const state = newAdmission();
    feed(state, run('a'));
    expect(feed(state, { type: 'runPaused', run: 'a' }, wish('a', 'x'))).toEqual([]);
    expect(reasons(state, { run: 'a', task: 'x', index: -1, attempt: 1 })).toMatchObject([{ code: 'run.paused' }]);
    expect(feed(state, { type: 'runResumed', run: 'a' })).toEqual(['a/x']);
  });
  it('passes the room on when the one it was meant for is stopped elsewhere', () => {
    const state = newAdmission();
    feed(state, run('a', { maxActiveTasks: 1 }), run('b'));
    // `t` is active in b; in a, `x` runs, and t and y wait.
    feed(
      state,
      wish('b', 't', { perWorkflow: 1 }),
      wish('a', 'x', { priority: 9 }),
      wish('a', 't', { perWorkflow: 1, priority: 5 }),
      wish('a', 'y'),
    );
    expect(feed(state, done('a', 'x'))).toEqual(['a/y']);
  });
});

it('a gate with room wakes what fits its pool, whatever larger ones wait before it', () => {
  const state = newAdmission();
  const db = (runId: string, task: string, slots: number, priority = 1) => wish(runId, task, { pool: 'db', slots, priority });
  feed(state, { type: 'poolChanged', pool: 'db', slots: 10 }, run('other'), run('r', { maxActiveTasks: 2 }));
  // Two small ones hold the gate; behind it wait two large ones and a small one.
  feed(state, db('r', 'h1', 1), db('r', 'h2', 1), db('other', 'o', 5));
  expect(feed(state, db('r', 'a', 6, 9), db('r', 'b', 6, 8), db('r', 'c', 1))).toEqual([]);
  expect(feed(state, done('r', 'h1'))).toEqual(['r/c']);
  expect(feed(state, done('r', 'h2'), done('other', 'o'))).toEqual(['r/a']);
});

describe('past', () => {
  it('answers when everything wanted of the previous run is met', () => {
    const state = newAdmission();
    feed(state, run('b'));
    const ask = { type: 'pastAsked', run: 'b', task: 't', previous: 'a', wants: ['t', 'u'], met: ['t'] } satisfies AdmissionEvent;
    expect(feed(state, ask)).toEqual([]);
    expect(pastReason(state, 'b', 't')?.message).toContain('u of the run before (a)');
    expect(feed(state, { type: 'pastChanged', run: 'a', task: 'u', met: true })).toEqual(['pastSatisfied b']);
    expect(feed(state, { ...ask, previous: null })).toEqual(['pastSatisfied b']);
    expect(state.past.size).toBe(0);
  });

  it('lets the run that is waited for begin, though the one that waits has the last place', () => {
    const ask = { type: 'pastAsked', run: 'b', task: 't', previous: 'a', wants: ['t'], met: [] } satisfies AdmissionEvent;
    const one = { type: 'workflowChanged', workflow: 'w', limits: { maxActiveRuns: 1, concurrency: 'queue' } } as const;
    const before = newAdmission();
    feed(before, one, run('b'), run('a', { backfill: true }), run('c'));
    expect(feed(before, ask)).toEqual(['runAdmitted a']);
    const after = newAdmission();
    feed(after, one, run('b'), ask);
    expect(feed(after, run('a', { reopened: true, paused: true }), { type: 'runResumed', run: 'a' })).toEqual(['runAdmitted a']);
    expect(feed(after, run('c'), { type: 'runEnded', run: 'a' })).toEqual([]);
  });
});
