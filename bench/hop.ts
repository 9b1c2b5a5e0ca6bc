import { startProcesses, type Processes } from './harness/processes.ts';
import { toRow, type Row } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 40;

/** Conditions: one that the engine evaluates within its turn, and one with a loop, which is evaluated beside it. */
const kinds = { hop: 'run.number > 0', 'hop-stored': '[1].all(n, n > 0)' };

/** The end of one task to the start of the next: decided within one turn, and where each hop is a commit of its own. */
export const hop: Workload = {
  name: 'hop',
  what: `upstream end to downstream end in a chain of ${length} short-circuits; hop-stored: with a loop in them, one commit a hop`,
  async run(floors, { quick }) {
    const rows: Row[] = [];
    for (const [durability, kind, target] of [
      ['full', 'D2', 1],
      ['fast', 'D1', 0.25],
    ] as const) {
      const product = await startProcesses(durability);
      try {
        const floor = durability === 'full' ? floors.commitD2 : floors.commitD1;
        for (const [name, when] of Object.entries(kinds)) {
          const samples = await hops(product, name, when, quick ? 8 : 23);
          rows.push(toRow({ name, unit: 'ms', durability: kind, target, floor }, samples));
        }
      } finally {
        await product.stop();
      }
    }
    return rows;
  },
};

async function hops(product: Processes, name: string, when: string, runs: number): Promise<number[]> {
  await product.publish(chain(name, length, 'short-circuit@1', { when }));
  const samples: number[] = [];
  for (let i = 0; i < runs; i++) {
    const { ms, run } = await product.runToEnd(name);
    if (i >= 3) samples.push(ms / length);
    const attempts = await product.store.runs.attempts(run.id);
    if (attempts.length !== length || attempts.some((attempt) => attempt.status !== 'success'))
      throw new Error(`${attempts.length} attempts, ${length} successful ones were wanted`);
  }
  return samples;
}
