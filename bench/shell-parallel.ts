import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkEchoes } from './harness/check-echoes.ts';
import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { samplesOf } from './harness/samples-of.ts';
import { mapped } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const atOnce = 4;

/** Many `echo ok`, four at once, beside `xargs -P4`, which stores nothing. */
export const shellParallel: Workload = {
  name: 'shell-parallel',
  what: `1,000 shell tasks \`echo ok\`, ${atOnce} at once, beside xargs -P${atOnce}; request to stored end, time a task`,
  async run(floors, { quick }) {
    const width = quick ? 200 : 1_000;
    const product = await startProcesses('full');
    const samples: number[] = [];
    try {
      const task = { operator: 'shell@1', config: { command: 'echo ok', environment: { NUMBER: '0' } } };
      await product.publish(mapped('many', width, atOnce, task, 'environment.NUMBER'));
      for (let i = 0; i < 6; i++) {
        const { ms, run } = await product.runToEnd('many');
        if (i > 0) samples.push(ms / width);
        await checkEchoes(product, run.id, width, ['root', 'sink']);
      }
    } finally {
      await product.stop();
    }
    const xargs = `seq ${width} | xargs -P${atOnce} -n1 sh -c 'echo ok'`;
    const peer = await samplesOf(5, 1, async () => {
      const { stdout } = await promisify(execFile)('sh', ['-c', xargs]);
      if (stdout !== 'ok\n'.repeat(width)) throw new Error(`xargs printed ${stdout.length} bytes, ${width * 3} were wanted`);
    });
    // Two processes at a time on two cores: half a spawn a task.
    const head = { name: 'shell-parallel', unit: 'ms', durability: 'D2', target: 1.25, floor: floors.spawn / 2 } as const;
    const row = toRow(head, samples);
    const { p50, p99 } = toRow(
      head,
      peer.map((ms) => ms / width),
    );
    const peerRatio = Math.round((p50 / row.p50) * 100) / 100;
    return [{ ...row, peer: `xargs -P${atOnce}`, peerRatio, peerP50: p50, peerP99: p99, peerDurability: 'D0' }];
  },
};
