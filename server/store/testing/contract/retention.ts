import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aChunk, anAttempt, aRun, aTaskRun, someEvents } from '../rows.ts';

/** Which runs may go, and that nothing of them stays. */
export function retentionContract({ store }: StoreUnderTest): void {
  const day = 86_400_000;
  /** Run `n` was made and ended on day `n`; run 5 still runs. */
  const runs = [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
    aRun(`r${n}`, { number: n, createdAt: n * day, ...(n === 5 ? {} : { status: 'success' as const, endedAt: n * day }) }),
  );

  describe('retention', () => {
    test('by count, by age, by both; never one that runs, never the newest', async () => {
      await store().commitTurn({ newRuns: [...runs, aRun('other', { workflowId: 'v', status: 'failed', endedAt: day })] });
      const expired = async (rule: { keepNewest?: number; endedBefore?: number }, limit = 100) =>
        (await store().runs.expired({ workflowId: 'w', ...rule }, limit)).sort();
      expect(await expired({})).toEqual([]);
      expect(await expired({ keepNewest: 3 })).toEqual(['r1', 'r2', 'r3', 'r4']);
      expect(await expired({ keepNewest: 1 })).toEqual(['r1', 'r2', 'r3', 'r4', 'r6', 'r7']);
      expect(await expired({ endedBefore: 3 * day })).toEqual(['r1', 'r2']);
      expect(await expired({ endedBefore: 99 * day })).toEqual(['r1', 'r2', 'r3', 'r4', 'r6', 'r7']);
      expect(await expired({ keepNewest: 6, endedBefore: 3 * day })).toEqual(['r1', 'r2']);
      expect(await expired({ endedBefore: 99 * day }, 2)).toEqual(['r1', 'r2']);
      expect(await store().runs.expired({ workflowId: 'v', keepNewest: 1, endedBefore: 99 * day }, 9)).toEqual([]);
    });

    test('a run that a request with a key made stays as long as the request may come again', async () => {
      const keyed = (n: number) => ({ ...runs[n - 1]!, idempotencyKey: `key ${n}` });
      await store().commitTurn({ newRuns: [keyed(1), keyed(2), keyed(3), runs[3]!, runs[5]!] });
      const expired = (rule: { keepNewest?: number; endedBefore?: number; keyedSince?: number }) =>
        store().runs.expired({ workflowId: 'w', ...rule }, 9);
      expect(await expired({ keepNewest: 1, keyedSince: 2 * day })).toEqual(['r1', 'r4']);
      expect(await expired({ endedBefore: 99 * day, keyedSince: 3 * day })).toEqual(['r1', 'r2', 'r4']);
      expect(await expired({ keepNewest: 1 })).toEqual(['r1', 'r2', 'r3', 'r4']);
    });

    test('keys of acts go by age, the oldest first, some at a time', async () => {
      const act = (n: number) => ({ runId: `r${n % 2}`, key: `k${n}`, act: 'pause', at: n });
      await store().commitTurn({ newRuns: [aRun('r0'), aRun('r1', { number: 2 })], runActs: [1, 2, 3, 4, 5].map(act) });
      expect(await store().runs.pruneActs(1, 9)).toBe(0);
      expect([await store().runs.pruneActs(5, 3), await store().runs.pruneActs(5, 3)]).toEqual([3, 1]);
      expect(await Promise.all([4, 5].map((n) => store().runs.act(`r${n % 2}`, `k${n}`)))).toEqual([null, act(5)]);
    });

    test('occurrences go that came to nothing; never one whose run is there, nor one after the mark of its trigger', async () => {
      const one = (at: number, runId: string | null = null, triggerId = 't', workflowId = 'w') => ({
        ...{
          workflowId,
          triggerId,
          at,
          runId,
          decidedAt: at,
          outcome: runId ? ('run' as const) : ('skipped' as const),
          reason: 'x',
        },
      });
      await store().commitTurn({
        newRuns: [runs[0]!],
        occurrences: [
          ...[1, 2, 3, 4, 5, 6].map((at) => one(at)),
          ...[one(7, 'gone'), one(8, 'r1'), one(9), one(3, null, 'no mark'), one(1, null, 't', 'v')],
        ],
        triggerStates: [
          { workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: 8 },
          { workflowId: 'v', triggerId: 't', enabled: true, decidedThrough: 8 },
        ],
      });
      expect(await store().triggers.pruneOccurrences('w', 1, 9)).toBe(0);
      expect(await store().triggers.pruneOccurrences('w', 99, 4)).toBe(4);
      expect((await store().triggers.occurrences('w', 99)).map(({ at }) => at)).toEqual([9, 8, 7, 6, 5, 3]);
      expect(await store().triggers.pruneOccurrences('w', 99, 9)).toBe(3);
      expect(await store().triggers.pruneOccurrences('w', 99, 9)).toBe(0);
      expect((await store().triggers.occurrences('w', 99)).map(({ at }) => at)).toEqual([9, 8, 3]);
      expect(await store().triggers.occurrences('v', 99)).toHaveLength(1);
    });

    test('room of what went is given back, in steps, while turns go on; nothing else changes', async () => {
      await store().commitTurn({
        newRuns: [aRun('gone', { status: 'success', endedAt: 1 })],
        newAttempts: [anAttempt('gone', 'a', 1, { status: 'success' })],
      });
      for (let seq = 1; seq <= 8; seq++) await store().commitTurn({ logs: [aChunk('gone/a@1', seq, 'x'.repeat(1_000_000))] });
      const before = (await store().health.about()).bytes;
      await store().runs.purge('gone');
      let steps = 0;
      for (let left = Infinity; left > 0; steps++) {
        const now = await store().shrink(256);
        expect(now).toBeLessThan(left);
        left = now;
        await store().commitTurn({ newRuns: [aRun(`s${steps}`, { number: 10 + steps })] });
      }
      // 8 MB less the 4 MiB that are kept to be written again. PostgreSQL keeps its pages for whoever writes next.
      if (store().provider === 'sqlite') expect(before - (await store().health.about()).bytes).toBeGreaterThan(3_000_000);
      expect(await store().runs.list({ limit: 99 })).toHaveLength(steps);
      expect(await store().shrink(256)).toBe(0);
    });

    test('nothing of a purged run stays, and nothing else goes', async () => {
      const many = Array.from({ length: 1200 }, (_, i) => i);
      for (const run of runs.slice(0, 2)) {
        await store().commitTurn({
          newRuns: [run],
          events: [{ runId: run.id, firstSeq: 1, at: 1, events: someEvents(2) }],
          taskRuns: many.map((mapIndex) => aTaskRun(run.id, 'a', { mapIndex })),
          newAttempts: many
            .slice(0, 250)
            .map((i) => anAttempt(run.id, 'a', 1, { id: `${run.id}/${i}`, mapIndex: i, status: 'success' })),
          logs: many.slice(0, 250).map((i) => aChunk(`${run.id}/${i}`, 1, 'x')),
          snapshots: [{ runId: run.id, seq: 2, machine: 1, state: new Uint8Array([1]) }],
          artifacts: [
            { id: `${run.id}-art`, runId: run.id, attemptId: `${run.id}/0`, name: 'n', bytes: 1, sha256: 's', type: 't' },
          ],
          occurrences: [
            { workflowId: 'w', triggerId: 't', at: run.number, outcome: 'run', reason: null, runId: run.id, decidedAt: 1 },
          ],
        });
      }
      const left = async (id: string) => [
        await store().runs.get(id),
        await store().runs.events(id, 0, 9),
        await store().runs.taskRuns(id),
        await store().runs.attempts(id),
        await store().runs.logs(`${id}/0`, 0, 9),
        await store().runs.snapshot(id),
        await store().runs.artifacts(id),
      ];
      const before = await left('r2');
      expect(await store().runs.purge('r1')).toBe(true);
      expect(await left('r1')).toEqual([null, [], [], [], [], null, []]);
      expect(await left('r2')).toEqual(before);
      expect(await store().runs.purge('r1')).toBe(false);
      // What was decided stays decided: an occurrence outlives its run.
      expect(await store().triggers.occurrences('w', 9)).toHaveLength(2);
    });

    test('an unfinished run is not purged', async () => {
      await store().commitTurn({ newRuns: [aRun('r')], taskRuns: [aTaskRun('r', 'a')] });
      expect(await store().runs.purge('r')).toBe(false);
      expect(await store().runs.taskRuns('r')).toHaveLength(1);
    });
  });
}
