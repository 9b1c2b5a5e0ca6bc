import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun, aTaskRun } from '../rows.ts';

/** What tasks took in the newest finished runs. */
export function durationsContract({ store, statements }: StoreUnderTest): void {
  describe('durations', () => {
    test('tells what went well in the newest runs that ended by themselves, copies as one', async () => {
      await store().commitTurn({
        newRuns: [
          aRun('old', { number: 1, createdAt: 1, status: 'success', startedAt: 0, endedAt: 10 }),
          aRun('r', { number: 2, createdAt: 2, status: 'failed', startedAt: 100, endedAt: 400 }),
          aRun('s', { number: 3, createdAt: 3, status: 'success', startedAt: 500, endedAt: 900 }),
          aRun('gone', { number: 4, createdAt: 4, status: 'cancelled', startedAt: 5, endedAt: 6 }),
          aRun('now', { number: 5, createdAt: 5, status: 'running', startedAt: 7 }),
          aRun('x', { workflowId: 'other', status: 'success', startedAt: 1, endedAt: 2 }),
        ],
        taskRuns: [
          ...['old', 'gone', 'now', 'x'].map((id) => aTaskRun(id, 'a', { status: 'success', startedAt: 0, endedAt: 1 })),
          aTaskRun('r', 'a', { status: 'success', startedAt: 100, endedAt: 150 }),
          aTaskRun('r', 'b', { status: 'failed', startedAt: 150, endedAt: 400 }),
          aTaskRun('s', 'a', { status: 'success', startedAt: 500, endedAt: 570 }),
          aTaskRun('s', 'm', { mapIndex: 0, status: 'success', startedAt: 600, endedAt: 700 }),
          aTaskRun('s', 'm', { mapIndex: 1, status: 'success', startedAt: 600, endedAt: 900 }),
          aTaskRun('s', 'k', { status: 'skipped' }),
        ],
      });
      const first = statements().length;
      const found = await store().runs.durations('w', { runs: 2, rows: 100 });
      expect(statements().length - first).toBe(2);
      expect(found).toEqual({
        runs: [
          { id: 's', status: 'success', startedAt: 500, endedAt: 900 },
          { id: 'r', status: 'failed', startedAt: 100, endedAt: 400 },
        ],
        tasks: [
          { runId: 's', task: 'a', durationMs: 70, copies: 1 },
          { runId: 's', task: 'm', durationMs: 200, copies: 2 },
          { runId: 'r', task: 'a', durationMs: 50, copies: 1 },
        ],
      });
      expect((await store().runs.durations('w', { runs: 2, rows: 2 })).tasks).toHaveLength(2);
      expect(await store().runs.durations('nobody', { runs: 2, rows: 2 })).toEqual({ runs: [], tasks: [] });
    });
  });
}
