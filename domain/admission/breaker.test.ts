import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newBreaker, type Breaker } from './breaker.ts';
import { breakerGate, breakerReason } from './breaker-gate.ts';
import { coolDownMs } from './cool-down.ts';
import { stepBreaker, type BreakerEvent } from './step-breaker.ts';

const minute = 60_000;
const ended = (run: string, status: 'success' | 'failed' | 'cancelled', at = 0, scheduled = true): BreakerEvent => ({
  type: 'runEnded',
  at,
  run,
  status,
  scheduled,
});
const feed = (threshold: number | null, ...events: BreakerEvent[]): Breaker =>
  events.reduce((breaker, event) => stepBreaker(breaker, event, threshold), newBreaker);
const opened = feed(2, ended('a', 'failed', 1), ended('b', 'failed', 2));
const trialAt = 2 + 10 * minute;
const half = stepBreaker(opened, { type: 'trialBegan', run: 't', at: trialAt }, 2);

describe('a circuit breaker', () => {
  it('opens after so many failed scheduled runs in a row, and no sooner', () => {
    expect(feed(2, ended('a', 'failed'))).toMatchObject({ state: 'closed', failures: 1 });
    expect(feed(2, ended('a', 'failed'), ended('b', 'success'), ended('c', 'failed'))).toMatchObject({
      state: 'closed',
      failedRuns: ['c'],
    });
    expect(opened).toMatchObject({ state: 'open', since: 2, failures: 2, failedRuns: ['a', 'b'], openings: 1, trialAt });
    expect(opened.history).toEqual([{ at: 2, to: 'open', why: 'failures', run: 'b' }]);
  });

  it('counts neither runs by hand, nor cancelled ones, nor one run twice', () => {
    expect(feed(1, ended('a', 'failed', 0, false), ended('b', 'cancelled'))).toBe(newBreaker);
    expect(feed(2, ended('a', 'failed'), ended('a', 'failed'))).toMatchObject({ state: 'closed', failures: 1 });
    expect(feed(null, ended('a', 'failed'))).toBe(newBreaker);
    // Cleared and right now: those that failed since still stand in a row.
    expect(feed(3, ended('a', 'failed'), ended('b', 'failed'), ended('a', 'success'))).toMatchObject({ failedRuns: ['b'] });
  });

  it('skips what falls due until its cool-down is over, then lets one trial through', () => {
    expect(breakerGate(newBreaker, 0)).toBe('run');
    expect(breakerGate(opened, trialAt - 1)).toBe('skip');
    expect(breakerReason(opened)).toMatch(/^circuit-open: 2 scheduled runs failed in a row; the next trial is due at 1970-/);
    expect(breakerGate(opened, trialAt)).toBe('trial');
    expect(half).toMatchObject({ state: 'half-open', since: trialAt, trialRun: 't' });
    expect(breakerGate(half, trialAt + 1e9)).toBe('skip');
    expect(stepBreaker(half, { type: 'trialBegan', run: 'u', at: trialAt + 1e9, asked: true }, 2)).toBe(half);
  });

  it('is closed by a trial that succeeds; opens for longer after one that fails', () => {
    expect(stepBreaker(half, ended('t', 'success', 9e9), 2)).toMatchObject({
      state: 'closed',
      failures: 0,
      openings: 0,
      since: 9e9,
    });
    expect(stepBreaker(half, ended('t', 'failed', 9e9), 2)).toMatchObject({
      state: 'open',
      failures: 3,
      openings: 2,
      trialAt: 9e9 + 20 * minute,
    });
    expect(stepBreaker(half, ended('x', 'success', 9e9), 2)).toBe(half);
    expect([1, 2, 3, 8, 9, 2000].map((n) => coolDownMs(n) / minute)).toEqual([10, 20, 40, 1280, 1440, 1440]);
  });

  it('tries again at the next occurrence when the trial told nothing', () => {
    const next = { state: 'open', openings: 1, trialAt: 9e9 };
    expect(stepBreaker(half, ended('t', 'cancelled', 9e9), 2)).toMatchObject(next);
    expect(stepBreaker(half, { type: 'trialWithdrawn', run: 't', at: 9e9 }, 2)).toMatchObject(next);
  });

  it('obeys a person: opened by hand it stays open; a trial may be asked for before its time', () => {
    const shut = stepBreaker(newBreaker, { type: 'openedByHand', by: 'mara', at: 5 }, 2);
    expect(shut).toMatchObject({ state: 'open', trialAt: null, history: [{ at: 5, to: 'open', why: 'by-hand', by: 'mara' }] });
    expect(breakerGate(shut, 1e15)).toBe('skip');
    expect(breakerReason(shut)).toBe('circuit-open: opened by hand; it stays open until a person closes it');
    expect(stepBreaker(shut, { type: 'published', at: 6 }, 2)).toBe(shut);
    expect(stepBreaker(shut, { type: 'trialBegan', run: 't', at: 6 }, 2)).toBe(shut);
    expect(stepBreaker(shut, { type: 'trialBegan', run: 't', at: 6, asked: true }, 2)).toMatchObject({ state: 'half-open' });
    expect(stepBreaker(shut, { type: 'closedByHand', by: 'mara', at: 7 }, 2)).toMatchObject({ state: 'closed', since: 7 });
  });

  it('tries a new version at once, and is gone with its setting', () => {
    expect(breakerGate(stepBreaker(opened, { type: 'published', at: 50 }, 2), 50)).toBe('trial');
    expect(stepBreaker(opened, { type: 'settingGone', at: 60 }, null)).toMatchObject({ state: 'closed', failures: 0 });
  });

  it('holds its invariants whatever happens in whatever order', () => {
    const run = fc.nat(12).map(String);
    const arbitrary: fc.Arbitrary<BreakerEvent> = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          type: fc.constant('runEnded' as const),
          at: fc.constant(0),
          run,
          status: fc.constantFrom('success' as const, 'failed' as const, 'failed' as const, 'cancelled' as const),
          scheduled: fc.boolean(),
        }),
      },
      { weight: 3, arbitrary: run.map((id) => ({ type: 'trialBegan' as const, at: 0, run: id })) },
      run.map((id) => ({ type: 'trialBegan' as const, at: 0, run: id, asked: true })),
      run.map((id) => ({ type: 'trialWithdrawn' as const, at: 0, run: id })),
      fc.constantFrom<BreakerEvent>(
        { type: 'openedByHand', at: 0, by: 'p' },
        { type: 'closedByHand', at: 0, by: 'p' },
        { type: 'published', at: 0 },
        { type: 'settingGone', at: 0 },
      ),
    );
    const steps = fc.array(fc.tuple(arbitrary, fc.integer({ min: 0, max: 30 * minute })), { maxLength: 80 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), steps, (threshold, list) => {
        let breaker = newBreaker;
        let now = 1;
        for (const [event, later] of list) {
          now += later;
          const before = breaker;
          const told = { ...event, at: now } as BreakerEvent;
          breaker = stepBreaker(before, told, threshold);
          expect(breaker.state === 'half-open').toBe(breaker.trialRun !== null);
          if (breaker.state === 'closed') expect(breaker).toMatchObject({ openings: 0, trialAt: null });
          if (breaker.state === 'closed') expect(breaker.failures).toBeLessThan(threshold);
          expect(breaker.failures).toBeGreaterThanOrEqual(breaker.failedRuns.length);
          // Every change of state is remembered, with its instant; nothing else sets it.
          if (breaker.state === before.state) expect(breaker.since).toBe(before.since);
          else expect([breaker.since, breaker.history.at(-1)]).toMatchObject([now, { at: now, to: breaker.state }]);
          // Only a trial, or a person, leads out of open; only a trial's end, or a person, closes.
          if (before.state === 'open' && breaker.state === 'half-open') expect(told.type).toBe('trialBegan');
          if (before.state !== 'closed' && breaker.state === 'closed')
            expect(told.type === 'runEnded' ? told.run : told.type).toSatisfy((by: string) =>
              [before.trialRun, 'closedByHand', 'settingGone'].includes(by),
            );
          // What was told already tells nothing more, but for a trial's end (then it is no trial any more), and for a success:
          // a run that is cleared and right once more ends the row of failures once more.
          if (told.type !== 'runEnded' || (told.run !== before.trialRun && told.status !== 'success'))
            expect(stepBreaker(breaker, told, threshold)).toEqual(breaker);
        }
      }),
      { numRuns: 500 },
    );
  });
});
