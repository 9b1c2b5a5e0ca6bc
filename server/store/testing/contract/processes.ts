import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun } from '../rows.ts';
import { startWriter } from '../start-writer.ts';

/** Several processes on one database, and the death of one of them. */
export function processesContract({ store, url }: StoreUnderTest): void {
  describe('processes', () => {
    test('two write at once, and a third saves between: everything is there', async () => {
      await store().commitTurn({ newRuns: [aRun('one'), aRun('two', { number: 2 })] });
      const writers = ['one', 'two'].map((runId) => startWriter(url(), runId, 60));
      await Promise.all(writers.map((writer) => writer.reached(1)));
      for (let i = 0; i < 40; i++) await store().settings.put('k', String(i));
      expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0]);
      for (const runId of ['one', 'two']) {
        expect((await store().runs.events(runId, 0, 100)).map(({ seq }) => seq)).toEqual(
          Array.from({ length: 60 }, (_, i) => i + 1),
        );
        expect(await store().runs.attempts(runId)).toHaveLength(60);
      }
      expect(await store().settings.get('k')).toBe('39');
    });

    test('kill -9 in the middle of writing: what was acknowledged is there, and no turn is there by half', async () => {
      await store().commitTurn({ newRuns: [aRun('r')] });
      const writer = startWriter(url(), 'r', 1_000_000);
      await writer.reached(50);
      writer.kill();
      expect(await writer.ended).toBeNull();
      const last = writer.acknowledged.at(-1) ?? 0;
      const events = await store().runs.events('r', 0, 1_000_000);
      const stored = events.length;
      expect(stored).toBeGreaterThanOrEqual(last);
      // The one turn that may have been stored without its word having reached us.
      expect(stored).toBeLessThanOrEqual(last + 1);
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: stored }, (_, i) => i + 1));
      expect((await store().runs.get('r'))?.seq).toBe(stored);
      expect(await store().runs.taskRuns('r')).toHaveLength(stored);
      expect(await store().runs.attempts('r')).toHaveLength(stored);
    });
  });
}
