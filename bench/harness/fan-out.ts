import { startProcesses } from './processes.ts';
import { toRow } from './row.ts';
import { fan } from './workflows.ts';
import type { Workload } from './workload.ts';

/** A workload: root → `width` no-ops → sink at D2, checked by the number and order of its attempts. */
export function fanOut(name: string, width: number, target: number): Workload {
  return {
    name,
    what: `root, ${width.toLocaleString('en')} no-ops beside each other, sink; request to stored end`,
    async run(floors, { quick }) {
      const product = await startProcesses('full');
      try {
        await product.publish(fan('fan', width));
        const samples: number[] = [];
        for (let i = 0; i < (quick ? 6 : 13); i++) {
          const { ms, run } = await product.runToEnd('fan');
          if (i >= (quick ? 1 : 3)) samples.push(ms);
          const taskRuns = await product.store.runs.taskRuns(run.id);
          const done = taskRuns.filter((taskRun) => taskRun.status === 'success').length;
          if (done !== width + 2) throw new Error(`${done} task runs succeeded, ${width + 2} were wanted`);
          const endOf = new Map(taskRuns.map((taskRun) => [taskRun.task, taskRun.endedAt ?? Infinity]));
          const sink = taskRuns.find((taskRun) => taskRun.task === 'sink');
          for (const [task, endedAt] of endOf)
            if (task !== 'sink' && endedAt > (sink?.startedAt ?? 0)) throw new Error(`sink started before ${task} ended`);
        }
        // The least: the request and one commit.
        return [toRow({ name, unit: 'ms', durability: 'D2', target, floor: floors.loopback + floors.commitD2 }, samples)];
      } finally {
        await product.stop();
      }
    },
  };
}
