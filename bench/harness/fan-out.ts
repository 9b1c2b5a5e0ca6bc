import type { Floors } from './floors.ts';
import { beside } from './peers/beside.ts';
import { startProcesses, type Processes } from './processes.ts';
import { toRow, type Row } from './row.ts';
import { samplesOf } from './samples-of.ts';
import { fan, mapFan } from './workflows.ts';
import type { Workload } from './workload.ts';

/** More tasks than this are copies of one mapped task: nobody draws so many, and the format refuses it. */
const mostDrawn = 1_000;

/** A workload: root → `width` no-ops → sink at D2, checked by the number, order and sum of what came out. */
export function fanOut(name: string, width: number, target: number): Workload {
  const drawn = width <= mostDrawn;
  return {
    name,
    what: `root, ${width.toLocaleString('en')} ${drawn ? 'no-ops beside each other' : 'copies of one mapped no-op'}, sink; request to stored end`,
    async run(floors, options) {
      const own = await ours(name, width, target, floors, options.quick);
      return beside(own, 'fan', { ...options, peers: drawn ? options.peers : [] }, async (peer) => [
        await samplesOf(5, options.quick ? 1 : 2, async () => {
          const sum = await peer.fan(width);
          if (sum !== width) throw new Error(`the sum is ${sum}, ${width} was wanted`);
        }),
      ]);
    },
  };
}

async function ours(name: string, width: number, target: number, floors: Floors, quick: boolean): Promise<Row[]> {
  const product = await startProcesses('full');
  try {
    await product.publish(width <= mostDrawn ? fan('fan', width) : mapFan('fan', width));
    // The first dozen of a process are compiled while they run: with one before them, five runs told the compiler's time, 71 one day and 84 the next.
    const [warmUp, runs] = width <= mostDrawn ? [10, quick ? 10 : 30] : quick ? [1, 5] : width > 10_000 ? [2, 5] : [3, 10];
    const samples: number[] = [];
    let most = 0;
    for (let i = 0; i < warmUp + runs; i++) {
      const { ms, run } = await product.runToEnd('fan');
      if (i >= warmUp) samples.push(ms);
      most = Math.max(most, product.engineMemoryMb() ?? 0);
      await check(product, run.id, width);
    }
    return rows(name, samples, most, target, floors, width);
  } finally {
    await product.stop();
  }
}

async function check({ store }: Processes, runId: string, width: number): Promise<void> {
  const taskRuns = await store.runs.taskRuns(runId);
  const done = taskRuns.filter((taskRun) => taskRun.status === 'success').length;
  if (done !== width + 2) throw new Error(`${done} task runs succeeded, ${width + 2} were wanted`);
  const sink = taskRuns.find((taskRun) => taskRun.task === 'sink');
  for (const { task, endedAt } of taskRuns)
    if (task !== 'sink' && (endedAt ?? Infinity) > (sink?.startedAt ?? 0)) throw new Error(`sink started before ${task} ended`);
  if (width <= mostDrawn) return;
  const [last] = await store.runs.attempts(runId, 'sink');
  if (last?.output !== width) throw new Error(`the sum of all copies is ${JSON.stringify(last?.output)}, ${width} was wanted`);
}

/** Times, and for the widest what the engine held at most (its target is part of the promise). */
function rows(name: string, samples: number[], mostMb: number, target: number, floors: Floors, width: number): Row[] {
  // The least: the request and one commit.
  const time = toRow({ name, unit: 'ms', durability: 'D2', target, floor: floors.loopback + floors.commitD2 }, samples);
  if (width < 100_000 || mostMb === 0) return [time];
  const memory = { name: `${name}-memory`, unit: 'MB', durability: 'D2', target: 300, floor: 40 } as const;
  return [
    time,
    toRow(
      memory,
      samples.map(() => mostMb),
    ),
  ];
}
