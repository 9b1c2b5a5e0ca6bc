import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

/** A run of one no-op task by API; its end is stored after its start, so this is an upper bound of "first task starts". */
export const trigger: Workload = {
  name: 'trigger',
  what: 'a run of one no-op task, request to stored end (an upper bound of the first start)',
  async run(floors, { quick }) {
    const product = await startProcesses('full');
    try {
      await product.publish(chain('one', 1, 'noop@1'));
      const samples: number[] = [];
      for (let i = 0; i < (quick ? 30 : 210); i++) {
        const { ms } = await product.runToEnd('one');
        if (i >= 10) samples.push(ms);
      }
      return [
        toRow({ name: 'trigger', unit: 'ms', durability: 'D2', target: 2, floor: floors.loopback + floors.commitD2 }, samples),
      ];
    } finally {
      await product.stop();
    }
  },
};
