import { checkComputed } from './fibo.ts';
import { beside } from './peers/beside.ts';
import { startProcesses } from './processes.ts';
import { toRow } from './row.ts';
import { chain } from './workflows.ts';
import type { Workload } from './workload.ts';

const length = 10;
const n = 33;
const fibo33 = 3_524_578;

/** The share of a run that is not computing, in %; `work` gives the pure computing time in ms. */
async function overhead(runs: number, work: () => Promise<number>): Promise<number[]> {
  const shares: number[] = [];
  for (let i = 0; i < runs + 1; i++) {
    const began = performance.now();
    const computedMs = await work();
    const totalMs = performance.now() - began;
    if (i > 0) shares.push(((totalMs - computedMs) / totalMs) * 100);
  }
  return shares;
}

/** Windmill's "long" chain: tasks that compute, and what is lost round them. `target` in %. Peers compute in JavaScript. */
export function longChain(name: string, operator: string, code: string, target: number, withPeers: boolean): Workload {
  return {
    name,
    what: `${length} tasks ${operator} fibo(${n}) in a row: share of the time from request to stored end that is not computing`,
    async run(floors, options) {
      const product = await startProcesses('full');
      let shares: number[];
      let computedMs = 0;
      try {
        await product.publish(chain('long', length, operator, { code }));
        shares = await overhead(5, async () => {
          const { run } = await product.runToEnd('long');
          const attempts = await product.store.runs.attempts(run.id);
          return (computedMs = checkComputed(
            attempts.map((attempt) => attempt.output),
            length,
            fibo33,
          ));
        });
      } finally {
        await product.stop();
      }
      const leastMs = length * (floors.spawn + floors.commitD2);
      const floor = (leastMs / (leastMs + computedMs)) * 100;
      const row = toRow({ name, unit: '%', durability: 'D2', target, floor }, shares);
      const steps = Array.from({ length }, () => ({ kind: 'fibo' as const, n }));
      return beside([row], 'fibo', { ...options, peers: withPeers ? options.peers : [] }, async (peer) => [
        await overhead(5, async () => checkComputed(await peer.chain(steps), length, fibo33)),
      ]);
    },
  };
}
