import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import type { OccurrenceRow } from '../../store.ts';
import { anAttempt, aRun, aTaskRun } from '../rows.ts';

const due = (at: number, over: Partial<OccurrenceRow> = {}): OccurrenceRow => ({
  workflowId: 'w',
  triggerId: 't',
  at,
  outcome: 'run',
  reason: null,
  runId: null,
  decidedAt: at,
  ...over,
});
const scheduled = (id: string, number: number, at: number) =>
  aRun(id, { number, runType: 'scheduled', triggerId: 't', logicalTime: at, createdAt: at });
const mark = (at: number) => ({ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: at });

/** What the database finds of its own contradictions, and what it says of itself; pools that go. */
export function healthContract({ store, statements }: StoreUnderTest): void {
  describe('health', () => {
    const found = async () =>
      (await store().health.contradictions(20)).map(({ invariant, subject }) => `${invariant} ${subject}`).sort();

    test('rows as the engine writes them contradict nothing', async () => {
      await store().commitTurn({
        newRuns: [scheduled('r', 1, 1_000), aRun('open', { number: 2, status: 'running' })],
        occurrences: [due(1_000, { runId: 'r' }), due(2_000, { outcome: 'skipped', reason: 'missed' })],
        triggerStates: [mark(2_000)],
        taskRuns: [aTaskRun('open', 'a'), aTaskRun('r', 'a', { status: 'running' })],
        newAttempts: [
          anAttempt('open', 'a', 1, { status: 'failed', endedAt: 5, errorCode: 'exit', error: 'exit 1' }),
          anAttempt('open', 'a', 2, { status: 'running' }),
          anAttempt('open', 'b', 1, { status: 'parked' }),
        ],
      });
      expect(await found()).toEqual([]);
    });

    test('I1: an occurrence without its run or its reason', async () => {
      await store().commitTurn({
        newRuns: [aRun('old', { status: 'success', createdAt: 1, endedAt: 500 })],
        occurrences: [due(1_000), due(2_000, { outcome: 'skipped' }), due(3_000, { runId: 'gone' })],
        triggerStates: [mark(3_000)],
      });
      expect(await found()).toEqual(['I1 w/t at 1000', 'I1 w/t at 2000', 'I1 w/t at 3000']);
    });

    test('I2: one run of two occurrences, and a scheduled run of none', async () => {
      await store().commitTurn({
        newRuns: [scheduled('r', 1, 1_000), scheduled('x', 2, 2_000)],
        occurrences: [due(1_000, { runId: 'r' }), due(2_000, { runId: 'r' })],
        triggerStates: [mark(2_000)],
      });
      expect(await found()).toEqual(['I2 r', 'I2 x']);
    });

    test('I3: two attempts of one task run at once', async () => {
      await store().commitTurn({
        newRuns: [aRun('r')],
        newAttempts: [anAttempt('r', 'a', 1, { status: 'running' }), anAttempt('r', 'a', 2, { status: 'queued' })],
      });
      expect(await found()).toEqual(['I3 r/a[-1]']);
    });

    test('I4: ends without an instant, instants without an end, unfinished tasks of ended runs', async () => {
      await store().commitTurn({
        newRuns: [aRun('r', { status: 'success', endedAt: 9 }), aRun('s', { number: 2, status: 'failed' })],
        taskRuns: [aTaskRun('r', 'a', { status: 'scheduled' })],
        newAttempts: [anAttempt('r', 'a', 1, { status: 'success' }), anAttempt('r', 'b', 1, { status: 'running', endedAt: 3 })],
      });
      expect(await found()).toEqual(['I4 r/a@1', 'I4 r/a[-1]', 'I4 r/b@1', 'I4 s']);
    });

    test('I15: an occurrence beyond the mark, and one before its time', async () => {
      await store().commitTurn({
        occurrences: [
          due(1_000, { outcome: 'skipped', reason: 'missed', decidedAt: 900 }),
          due(3_000, { outcome: 'skipped', reason: 'missed' }),
        ],
        triggerStates: [mark(2_000)],
      });
      expect(await found()).toEqual(['I15 w/t at 1000', 'I15 w/t at 3000']);
    });

    test('I11, I17: an output over its size, a failure and a cancel without a word', async () => {
      await store().commitTurn({
        newRuns: [aRun('r', { status: 'cancelled', endedAt: 9 })],
        newAttempts: [
          anAttempt('r', 'a', 1, { status: 'success', endedAt: 8, output: 'x'.repeat(400_000) }),
          anAttempt('r', 'b', 1, { status: 'failed', endedAt: 8, errorCode: 'exit' }),
        ],
      });
      expect(await found()).toEqual(['I11 r/a@1', 'I17 r', 'I17 r/b@1']);
    });

    test('asks a fixed number of statements, however much is stored, and names no more than it is told', async () => {
      await store().commitTurn({
        newRuns: Array.from({ length: 40 }, (_, i) => aRun(`r${i}`, { number: i + 1, status: 'failed' })),
      });
      const before = statements().length;
      expect(await store().health.contradictions(7)).toHaveLength(7);
      expect(statements().length - before).toBeLessThanOrEqual(13);
    });

    test('the database says its name and how large it is', async () => {
      const { version, bytes } = await store().health.about();
      expect(version).toMatch(store().provider === 'sqlite' ? /^SQLite 3\.\d+/ : /^PostgreSQL \d+/);
      expect(bytes).toBeGreaterThan(10_000);
    });

    test('a pool goes once', async () => {
      await store().pools.put({ name: 'db', slots: 4, description: 'the warehouse' });
      expect(await store().pools.remove('db')).toBe(true);
      expect(await store().pools.remove('db')).toBe(false);
      expect(await store().pools.list()).toEqual([]);
    });
  });
}
