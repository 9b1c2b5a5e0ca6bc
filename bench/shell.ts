import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const length = 50;

/** 50 × `true` one after the other through spawner and shim; time for one task. */
export const shell: Workload = {
  name: 'shell',
  what: `${length} shell tasks \`echo ok\` in a row, time of one: process, log and exit stored`,
  async run(floors, { quick }) {
    const product = await startProcesses('full');
    try {
      await product.publish(chain('shell', length, 'shell@1', { command: 'echo ok' }));
      const samples: number[] = [];
      for (let i = 0; i < (quick ? 6 : 13); i++) {
        const { ms, run } = await product.runToEnd('shell');
        if (i >= (quick ? 1 : 3)) samples.push(ms / length);
        const attempts = await product.store.runs.attempts(run.id);
        for (const attempt of attempts) {
          const log = await product.store.runs.logs(attempt.id, 0, 10);
          if (attempt.exitCode !== 0 || !log.some((chunk) => chunk.text.includes('ok')))
            throw new Error(`${attempt.id}: exit ${attempt.exitCode}, its log has no "ok"`);
        }
        if (attempts.length !== length) throw new Error(`${attempts.length} attempts, ${length} were wanted`);
      }
      return [toRow({ name: 'shell', unit: 'ms', durability: 'D2', target: 4, floor: floors.spawn + floors.commitD2 }, samples)];
    } finally {
      await product.stop();
    }
  },
};
