import { startProcesses } from './harness/processes.ts';
import { toRow, type Row } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 40;

/** The end of one task to the start of the next where each hop is a commit of its own: tasks that read what came before. */
export const hop: Workload = {
  name: 'hop',
  what: `upstream end to downstream end in a chain of ${length} short-circuits, one commit a hop`,
  async run(floors, { quick }) {
    const rows: Row[] = [];
    for (const [durability, kind, target] of [
      ['full', 'D2', 1],
      ['fast', 'D1', 0.25],
    ] as const) {
      const product = await startProcesses(durability);
      try {
        await product.publish(chain('chain', length, 'short-circuit@1', { when: 'run.number > 0' }));
        const samples: number[] = [];
        for (let i = 0; i < (quick ? 8 : 23); i++) {
          const { ms, run } = await product.runToEnd('chain');
          if (i >= 3) samples.push(ms / length);
          const attempts = await product.store.runs.attempts(run.id);
          if (attempts.length !== length || attempts.some((attempt) => attempt.status !== 'success'))
            throw new Error(`${attempts.length} attempts, ${length} successful ones were wanted`);
        }
        const floor = durability === 'full' ? floors.commitD2 : floors.commitD1;
        rows.push(toRow({ name: 'hop', unit: 'ms', durability: kind, target, floor }, samples));
      } finally {
        await product.stop();
      }
    }
    return rows;
  },
};
