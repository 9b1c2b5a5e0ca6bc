import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

/** So many runs are not counted: before, each process still compiles what it executes, and a trigger takes twice as long. */
const warmUp = 200;

/** A run of one no-op task by API; its end is stored after its start, so this is an upper bound of "first task starts". */
export const trigger: Workload = {
  name: 'trigger',
  what: 'a run of one no-op task, request to stored end (an upper bound of the first start)',
  async run(floors, { quick }) {
    const product = await startProcesses('full');
    try {
      await product.publish(chain('one', 1, 'noop@1'));
      const samples: number[] = [];
      for (let i = 0; i < warmUp + (quick ? 100 : 400); i++) {
        const { ms } = await product.runToEnd('one');
        if (i >= warmUp) samples.push(ms);
      }
      return [
        toRow({ name: 'trigger', unit: 'ms', durability: 'D2', target: 2, floor: floors.loopback + floors.commitD2 }, samples),
      ];
    } finally {
      await product.stop();
    }
  },
};
