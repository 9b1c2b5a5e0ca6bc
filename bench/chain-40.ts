import { beside } from './harness/peers/beside.ts';
import { startProcesses } from './harness/processes.ts';
import { toRow, type Row } from './harness/row.ts';
import { samplesOf } from './harness/samples-of.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

/** 40 no-op tasks in a row, from the request that starts the run to its stored end. */
export const chain40: Workload = {
  name: 'chain-40',
  what: '40 no-op tasks in a row, request to stored end',
  async run(floors, options) {
    const { quick } = options;
    const rows: Row[] = [];
    for (const [durability, kind, target] of [
      ['full', 'D2', 30],
      ['fast', 'D1', 10],
    ] as const) {
      const product = await startProcesses(durability);
      try {
        await product.publish(chain('chain', 40, 'noop@1'));
        const samples: number[] = [];
        for (let i = 0; i < (quick ? 8 : 23); i++) {
          const { ms, run } = await product.runToEnd('chain');
          if (i >= 3) samples.push(ms);
          const attempts = await product.store.runs.attempts(run.id);
          if (attempts.length !== 40 || attempts.some((attempt) => attempt.status !== 'success'))
            throw new Error(`${attempts.length} attempts, 40 successful ones were wanted`);
        }
        // The least: the request, and one commit, since no-ops touch nothing outside and share their turn.
        const floor = floors.loopback + (durability === 'full' ? floors.commitD2 : floors.commitD1);
        rows.push(toRow({ name: 'chain-40', unit: 'ms', durability: kind, target, floor }, samples));
      } finally {
        await product.stop();
      }
    }
    // The first row: a peer's steps are flushed to the disk too.
    const [full, ...fast] = rows;
    const steps = Array.from({ length: 40 }, () => ({ kind: 'noop' as const }));
    const compared = await beside(full ? [full] : [], 'noop', options, async (peer) => [
      await samplesOf(quick ? 5 : 20, 3, async () => {
        const outputs = await peer.chain(steps);
        if (outputs.length !== 40 || outputs.some((output) => output !== 1))
          throw new Error(`40 times 1 was wanted, not ${outputs}`);
      }),
    ]);
    return [...compared, ...fast];
  },
};
