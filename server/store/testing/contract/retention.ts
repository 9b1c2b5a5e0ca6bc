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
