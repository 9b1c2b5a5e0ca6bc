import { startAskServer } from './harness/ask-server.ts';
import { startProcesses, type Processes } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import { mapped } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const atOnce = 8;
const taskMs = 5;

/** One run whose engine is killed in the middle. */
interface Crash {
  /** From the start of the next engine to the first task it begins, in ms. */
  resumeMs: number;
  /** Tasks nobody did, and tasks done twice, as the server they ask saw them. */
  lost: number;
  twice: number;
}

async function crashOnce(product: Processes, server: Awaited<ReturnType<typeof startAskServer>>, width: number): Promise<Crash> {
  server.asks.length = 0;
  const seen = new Map<string, number>();
  const half = new Promise<void>((resolve) => {
    server.onAsk = ({ path }) => {
      seen.set(path, (seen.get(path) ?? 0) + 1);
      if (seen.size === width / 2) resolve();
    };
  });
  const { runId } = await product.engine.createRun({ workflowId: 'crash', by: null });
  await half;
  await product.crashEngine();
  await server.quiet();
  const before = server.asks.length;
  const startedAt = performance.now();
  await product.startEngine();
  await product.untilEnded(runId);
  const resumed = server.asks[before];
  if (!resumed) throw new Error('no task began after the restart');
  const taskRuns = await product.store.runs.taskRuns(runId);
  const done = taskRuns.filter((taskRun) => taskRun.status === 'success').length;
  if (done !== width + 2) throw new Error(`${done} task runs succeeded, ${width + 2} were wanted`);
  const [sink] = await product.store.runs.attempts(runId, 'sink');
  if (sink?.output !== width) throw new Error(`the last task counted ${JSON.stringify(sink?.output)}, ${width} was wanted`);
  return {
    resumeMs: resumed.cameAt - startedAt,
    lost: width - seen.size,
    twice: [...seen.values()].filter((times) => times > 1).length,
  };
}

/** kill -9 of the engine when half of many short tasks are done. */
export const crash: Workload = {
  name: 'crash',
  what: `tasks of ${taskMs} ms, ${atOnce} at once, kill -9 of the engine at half: next engine to first task, tasks lost, tasks done twice`,
  async run(floors, { quick }) {
    const width = quick ? 1_000 : 10_000;
    const server = await startAskServer(taskMs);
    try {
      const product = await startProcesses('full', { env: { DRAWLOOM_HTTP_ALLOW: server.host } });
      const crashes: Crash[] = [];
      try {
        const config = { url: `http://${server.host}/`, query: { n: 0 }, response: 'text' };
        const task = { operator: 'http@1', config, idempotent: 'yes' as const };
        await product.publish(mapped('crash', width, atOnce, task, 'query.n'));
        for (let i = 0; i < 5; i++) crashes.push(await crashOnce(product, server, width));
      } finally {
        await product.stop();
      }
      const lost = crashes.reduce((sum, one) => sum + one.lost, 0);
      if (lost > 0) throw new Error(`${lost} tasks succeeded though nobody did them`);
      const column = (name: keyof Crash) => crashes.map((one) => one[name]);
      // The least: a process that starts, and one read and commit.
      const resume = {
        name: 'crash-resume',
        unit: 'ms',
        durability: 'D2',
        target: 500,
        floor: floors.spawn + floors.commitD2,
      } as const;
      return [
        toRow(resume, column('resumeMs')),
        // Those in flight cannot be told from those that never began.
        toRow({ name: 'crash-twice', unit: 'count', durability: 'D2', target: atOnce, floor: atOnce }, column('twice')),
      ];
    } finally {
      await server.stop();
    }
  },
};
