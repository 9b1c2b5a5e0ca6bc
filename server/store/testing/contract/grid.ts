import { describe, expect, test } from 'vitest';
import type { StoreUnderTest } from '../../store-contract.ts';
import { aRun, aTaskRun } from '../rows.ts';

/** Runs × tasks of one workflow. */
export function gridContract({ store, statements }: StoreUnderTest): void {
  describe('grid', () => {
    test('sums up the task runs of each task, the copies of a mapped one together', async () => {
      await store().commitTurn({
        newRuns: [aRun('r', { createdAt: 1 }), aRun('s', { number: 2, createdAt: 2 }), aRun('x', { workflowId: 'other' })],
        taskRuns: [
          aTaskRun('r', 'a', { status: 'success', attempt: 2, startedAt: 10, endedAt: 30 }),
          aTaskRun('r', 'm', { status: 'none', attempt: 0 }),
          aTaskRun('r', 'm', { mapIndex: 0, status: 'success', startedAt: 40, endedAt: 50 }),
          aTaskRun('r', 'm', { mapIndex: 1, status: 'success', startedAt: 35, endedAt: 90, attempt: 3 }),
          aTaskRun('r', 'm', { mapIndex: 2, status: 'failed', startedAt: 41, endedAt: 60 }),
          aTaskRun('r', 'w', { mapIndex: 0, status: 'success', startedAt: 1, endedAt: 2 }),
          aTaskRun('r', 'w', { mapIndex: 1, status: 'running', startedAt: 3 }),
        ],
      });
      const grid = await store().runs.grid({ workflowId: 'w', limit: 10 });
      expect(grid.map(({ run }) => run.id)).toEqual(['s', 'r']);
      expect(grid[0]?.cells).toEqual([]);
      const cells = [...(grid[1]?.cells ?? [])].sort((a, b) => (a.task < b.task ? -1 : 1));
      expect(cells).toEqual([
        { task: 'a', statuses: { success: 1 }, startedAt: 10, endedAt: 30, attempt: 2 },
        { task: 'm', statuses: { success: 2, failed: 1 }, startedAt: 35, endedAt: 90, attempt: 3 },
        { task: 'w', statuses: { success: 1, running: 1 }, startedAt: 1, endedAt: null, attempt: 1 },
      ]);
    });

    test('comes page by page, one statement each, however many runs and tasks', async () => {
      const runs = Array.from({ length: 30 }, (_, i) =>
        aRun(`r${String(i).padStart(2, '0')}`, {
          number: i + 1,
          createdAt: 1_000 + i,
          runType: i % 2 === 0 ? 'scheduled' : 'manual',
        }),
      );
      await store().commitTurn({
        newRuns: runs,
        taskRuns: runs.flatMap(({ id }) => Array.from({ length: 20 }, (_, n) => aTaskRun(id, `t${n}`, { status: 'success' }))),
      });
      const seen: string[] = [];
      let before: { createdAt: number; id: string } | undefined;
      for (let page = 0; page < 3; page++) {
        const first = statements().length;
        const rows = await store().runs.grid({ workflowId: 'w', ...(before ? { before } : {}), limit: 12 });
        expect(statements().length - first).toBe(1);
        expect(rows.every(({ cells }) => cells.length === 20)).toBe(true);
        seen.push(...rows.map(({ run }) => run.id));
        before = rows.at(-1)?.run;
      }
      expect(seen).toEqual(runs.map(({ id }) => id).reverse());
      const scheduled = await store().runs.grid({ workflowId: 'w', runType: 'scheduled', limit: 100 });
      expect(scheduled).toHaveLength(15);
      expect(await store().runs.grid({ workflowId: 'nobody', limit: 5 })).toEqual([]);
    });
  });
}
