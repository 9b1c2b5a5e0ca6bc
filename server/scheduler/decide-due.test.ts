import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triggerSchema, type Trigger } from '#domain/definition/schema/workflow.ts';
import { occurrences } from '#domain/trigger/occurrences.ts';
import { decideDue } from './decide-due.ts';

const minute = 60_000;
const day = 86_400_000;
const start = Date.UTC(2026, 2, 1);
const trigger = (more: object): Trigger =>
  triggerSchema.parse({ id: 't', ...('type' in more ? {} : { type: 'cron', cron: ['0 * * * *'] }), ...more });
const decide = (of: Trigger, decidedThrough: number, now: number, catchupThrough = -Infinity) =>
  decideDue(of, 'seed', { decidedThrough, catchupThrough, now });
const outcome = (batch: ReturnType<typeof decideDue>) => batch.decisions.map(({ skip }) => (skip === null ? 'run' : 'skip'));

describe('what is due', () => {
  it('on time is a run, whatever the policy', () => {
    for (const missed of ['latest', 'all', 'skip'])
      expect(outcome(decide(trigger({ missed }), start, start + 60 * minute + 5))).toEqual(['run']);
  });
  it('missed: the latest, all, or none', () => {
    const now = start + 4 * 60 * minute + 10 * minute;
    expect(outcome(decide(trigger({ missed: 'latest' }), start, now))).toEqual(['skip', 'skip', 'skip', 'run']);
    expect(outcome(decide(trigger({ missed: 'all' }), start, now))).toEqual(['run', 'run', 'run', 'run']);
    expect(outcome(decide(trigger({ missed: 'skip' }), start, now))).toEqual(['skip', 'skip', 'skip', 'skip']);
  });
  it('catchup asks for all that was due before activation, whatever `missed` says', () => {
    const now = start + 3 * 60 * minute + minute / 2;
    expect(outcome(decide(trigger({ missed: 'skip', catchup: 'all' }), start - 1, now, now))).toEqual([
      'run',
      'run',
      'run',
      'run',
    ]);
  });
  it('a long absence is decided in batches that end where one big one would', () => {
    const every = trigger({ type: 'every', everySec: 60, missed: 'all' });
    const now = start + 3 * day;
    const seen: number[] = [];
    let made = 0;
    for (let decidedThrough = start, more = true; more;) {
      const batch = decide(every, decidedThrough, now);
      seen.push(...batch.decisions.map(({ occurrence }) => occurrence.at));
      made += outcome(batch).filter((each) => each === 'run').length;
      ({ decidedThrough, more } = batch);
    }
    expect(seen).toEqual(occurrences(every, { fromMs: start + 1, untilMs: now }, 'seed').map(({ at }) => at));
    // The newest thousand, and what is not a minute old.
    expect(made).toBeGreaterThanOrEqual(1_000);
    expect(made).toBeLessThanOrEqual(1_001);
  });
  it('a clock that went back decides nothing again', () => {
    expect(decide(trigger({}), start + 5 * 60 * minute, start + 2 * 60 * minute).decisions).toEqual([]);
  });
  it('every occurrence is decided exactly once, however often and late one looks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('latest', 'all', 'skip'),
        fc.array(fc.integer({ min: -120, max: 600 }), { minLength: 1, maxLength: 20 }),
        (missed, steps) => {
          const of = trigger({ cron: ['*/7 * * * *'], missed });
          let now = start;
          let furthest = start;
          let decidedThrough = start;
          const seen: number[] = [];
          for (const step of steps) {
            now += step * minute;
            furthest = Math.max(furthest, now);
            const batch = decide(of, decidedThrough, now);
            seen.push(...batch.decisions.map(({ occurrence }) => occurrence.at));
            decidedThrough = batch.decidedThrough;
          }
          expect(seen).toEqual(occurrences(of, { fromMs: start + 1, untilMs: furthest }, 'seed').map(({ at }) => at));
        },
      ),
    );
  });
});
