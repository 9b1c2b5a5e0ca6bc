import { checkComputed, fiboJavascript } from './harness/fibo.ts';
import { beside } from './harness/peers/beside.ts';
import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { samplesOf } from './harness/samples-of.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 40;

/** Windmill's "light" chain: each fibo(10) in a process of its own at ours, in the peer's own process at the peers. */
export const chain40Js: Workload = {
  name: 'chain-40-js',
  what: `${length} JavaScript tasks fibo(10) in a row, each with a stored output; request to stored end`,
  async run(floors, options) {
    const runs = options.quick ? 5 : 10;
    const product = await startProcesses('full');
    let samples: number[];
    try {
      await product.publish(chain('light', length, 'javascript@1', { code: fiboJavascript(10) }));
      samples = await samplesOf(runs, options.quick ? 1 : 3, async () => {
        const { run } = await product.runToEnd('light');
        const attempts = await product.store.runs.attempts(run.id);
        checkComputed(
          attempts.map((attempt) => attempt.output),
          length,
          55,
        );
      });
    } finally {
      await product.stop();
    }
    // The least for tasks that are processes: a spawn and a commit each.
    const floor = length * (floors.spawn + floors.commitD2);
    const row = toRow({ name: 'chain-40-js', unit: 'ms', durability: 'D2', target: 30, floor }, samples);
    const steps = Array.from({ length }, () => ({ kind: 'fibo' as const, n: 10 }));
    return beside([row], 'fibo', options, async (peer) => [
      await samplesOf(runs, 3, async () => checkComputed(await peer.chain(steps), length, 55)),
    ]);
  },
};
