import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { anAttempt, aRun } from '../rows.ts';

/** Pins and last tries of a draft, and that their runs are in no list. */
export function triesContract({ store }: StoreUnderTest): void {
  const pin = (task: string, output: unknown, pinnedAt = 1) =>
    store().pins.put({
      workflowId: 'w',
      task,
      output: output as never,
      pinnedAt,
      pinnedBy: 'mara',
      taskHash: task === 'a' ? 'h' : null,
    });
  const a = (runId: string, createdAt: number) => ({ workflowId: 'w', task: 'a', runId, inputs: [], createdAt });
  const tryRun = (id: string, number: number, over = {}) =>
    aRun(id, { workflowId: 'w~try', runType: 'try', number, version: 0, createdAt: number, ...over });

  describe('tries', () => {
    test('a pin is read as it was written, is replaced, and goes once', async () => {
      await pin('b', { text: 'ß "quoted"', list: [1, null] });
      await pin('a', 'old');
      await pin('a', null, 2);
      expect(await store().pins.list('w')).toEqual([
        { workflowId: 'w', task: 'a', output: null, pinnedAt: 2, pinnedBy: 'mara', taskHash: 'h' },
        {
          workflowId: 'w',
          task: 'b',
          output: { text: 'ß "quoted"', list: [1, null] },
          pinnedAt: 1,
          pinnedBy: 'mara',
          taskHash: null,
        },
      ]);
      expect(await store().pins.list('v')).toEqual([]);
      expect(await store().pins.remove('w', 'a')).toBe(true);
      expect(await store().pins.remove('w', 'a')).toBe(false);
    });

    test('the last try of a task takes the place of the one before, whose run is left over', async () => {
      const over = { status: 'success' as const, endedAt: 9 };
      const inputs = [{ task: 'z', source: 'run' as const, runNumber: 3 }];
      await store().commitTurn({
        newRuns: [tryRun('t1', 1, over), tryRun('t2', 2, over), tryRun('t3', 3), aRun('r', { ...over, number: 1 })],
        newAttempts: [
          anAttempt('t2', 'z', 1, { status: 'success', output: 'given' }),
          anAttempt('t2', 'a', 1, { status: 'success', output: { n: 1 } }),
        ],
      });
      await store().tries.put(a('t1', 1));
      expect(await store().tries.leftOver('w', 9)).toEqual(['t2']);
      await store().tries.put({ ...a('t2', 2), inputs });
      expect(await store().tries.get('w', 'a')).toEqual({ ...a('t2', 2), inputs });
      expect(await store().tries.get('w', 'b')).toBeNull();
      expect(await store().tries.leftOver('w', 9)).toEqual(['t1']);
      expect(await store().tries.outputs('w')).toEqual([
        { task: 'a', mapIndex: -1, output: { n: 1 }, createdAt: 2, runId: 't2' },
      ]);
      expect(await store().tries.outputs('v')).toEqual([]);
    });

    test('their runs are in no list, and take no numbers', async () => {
      await store().commitTurn({ newRuns: [tryRun('t1', 1), aRun('r', { number: 1, createdAt: 5 })] });
      expect((await store().runs.list({ limit: 9 })).map(({ id }) => id)).toEqual(['r']);
      expect((await store().runs.list({ status: ['running', 'failed'], limit: 9 })).map(({ id }) => id)).toEqual(['r']);
      expect((await store().runs.recent(['w'], 9)).map(({ id }) => id)).toEqual(['r']);
      expect(await store().runs.nextNumber('w')).toBe(2);
      expect((await store().runs.get('t1'))?.runType).toBe('try');
    });
  });
}
