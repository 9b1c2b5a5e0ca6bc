import { checkEchoes } from './harness/check-echoes.ts';
import { beside } from './harness/peers/beside.ts';
import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { samplesOf } from './harness/samples-of.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

/** What the engine holds besides, in MB, where the price of a process might depend on it. */
const ballastMb = 1024;
const ballast = new URL('./harness/ballast.mjs', import.meta.url).href;

/** 200 × `echo ok` one after the other through spawner and shim; time for one task. Again with an engine of 1 GB. */
export const shell: Workload = {
  name: 'shell',
  what: '200 shell tasks `echo ok` in a row, time of one: process, log and exit stored; again with 1 GB held by the engine',
  async run(floors, options) {
    const length = options.quick ? 50 : 200;
    const rows = [];
    for (const heavy of [false, true]) {
      const product = await startProcesses(
        'full',
        heavy ? { nodeOptions: ['--import', ballast], env: { BENCH_BALLAST_MB: String(ballastMb) } } : {},
      );
      try {
        const held = product.engineMemoryMb();
        if (heavy && held !== null && held < ballastMb) throw new Error(`the engine holds ${held} MB, ${ballastMb} were wanted`);
        await product.publish(chain('shell', length, 'shell@1', { command: 'echo ok' }));
        const samples: number[] = [];
        for (let i = 0; i < (options.quick ? 6 : 13); i++) {
          const { ms, run } = await product.runToEnd('shell');
          if (i >= (options.quick ? 1 : 3)) samples.push(ms / length);
          await checkEchoes(product, run.id, length);
        }
        const head = { name: heavy ? 'shell-1-gb' : 'shell', unit: 'ms', durability: 'D2', target: 4 } as const;
        rows.push(toRow({ ...head, floor: floors.spawn + floors.commitD2 }, samples));
      } finally {
        await product.stop();
      }
    }
    const [light, ...heavy] = rows;
    const steps = Array.from({ length }, () => ({ kind: 'echo' as const }));
    const compared = await beside(light ? [light] : [], 'echo', options, async (peer) => {
      const whole = await samplesOf(5, 1, async () => {
        const outputs = await peer.chain(steps);
        if (outputs.length !== length || outputs.some((output) => output !== 'ok\n'))
          throw new Error(`${length} times "ok" was wanted, not ${JSON.stringify(outputs.slice(0, 3))} …`);
      });
      return [whole.map((ms) => ms / length)];
    });
    return [...compared, ...heavy];
  },
};
