import type { Floors } from './harness/floors.ts';
import { startProcesses, type Processes } from './harness/processes.ts';
import { toRow, type Row } from './harness/row.ts';
import { chain } from './harness/workflows.ts';
import type { Workload } from './harness/workload.ts';

const starters = 16;

/** Restarts the engine `times` times over `count` waiting runs; a run with a short wait proves each time that timers came back. */
async function restarts(product: Processes, times: number, count: number): Promise<{ ms: number; memoryMb: number }[]> {
  const seen: { ms: number; memoryMb: number }[] = [];
  for (let i = 0; i < times; i++) {
    const { runId } = await product.engine.createRun({ workflowId: 'short', by: null });
    await product.crashEngine();
    const began = performance.now();
    await product.startEngine();
    const ms = performance.now() - began;
    await product.untilEnded(runId);
    const memoryMb = product.engineMemoryMb();
    if (memoryMb === null) throw new Error('this system does not say how much memory a process holds');
    const check = await product.engine.selfCheck();
    if (check.waiting !== count || check.silent.length > 0)
      throw new Error(
        `${check.waiting} tasks wait after the restart, ${check.silent.length} for no reason; ${count} were wanted`,
      );
    seen.push({ ms, memoryMb });
  }
  return seen;
}

async function measure(count: number, floors: Floors): Promise<Row[]> {
  const product = await startProcesses('full');
  try {
    await product.publish(chain('long', 1, 'wait@1', { seconds: 86_400 }, { maxActiveRuns: 100_000 }));
    await product.publish(chain('short', 1, 'wait@1', { seconds: 1 }));
    const [idle] = await restarts(product, 1, 0);
    let left = count;
    const start = async () => {
      while (left-- > 0) await product.engine.createRun({ workflowId: 'long', by: null });
    };
    await Promise.all(Array.from({ length: starters }, start));
    const seen = await restarts(product, 5, count);
    const name = `waiting-${count}`;
    const perRun = seen.map(({ memoryMb }) => ((memoryMb - idle!.memoryMb) * 1024) / count);
    const restart = { name: `${name}-restart`, unit: 'ms', durability: 'D2', target: 500, floor: floors.spawn } as const;
    return [
      toRow(
        restart,
        seen.map(({ ms }) => ms),
      ),
      toRow(
        { name: `${name}-memory`, unit: 'MB', durability: 'D2', target: 120 + count / 100, floor: idle!.memoryMb },
        seen.map(({ memoryMb }) => memoryMb),
      ),
      // The least: two ids, a few numbers and a timer.
      toRow({ name: `${name}-a-run`, unit: 'kB', durability: 'D2', target: 10, floor: 0.5 }, perRun),
    ];
  } finally {
    await product.stop();
  }
}

/** Many runs that wait for an instant: what they hold in the engine, and how long it takes to start over them. */
export const waiting: Workload = {
  name: 'waiting',
  what: '1,000 and 10,000 runs waiting for a timer: start of an engine over them after kill -9, its memory, memory a run',
  async run(floors, { quick }) {
    const rows: Row[] = [];
    for (const count of quick ? [1_000] : [1_000, 10_000]) rows.push(...(await measure(count, floors)));
    return rows;
  },
};
