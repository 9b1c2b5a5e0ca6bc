import { startProcesses } from './harness/processes.ts';
import { toRow } from './harness/row.ts';
import type { Floors } from './harness/floors.ts';
import { chain } from './harness/workflows.ts';
import type { Row } from './harness/row.ts';

/** Time of a script task alone and in a row: from the request to the stored end of a run, the first of a product (cold) and later ones (warm). */
export async function scriptTasks(
  what: { name: string; operator: string; code: string; coldMs: number; warmMs: number },
  floors: Floors,
  quick: boolean,
): Promise<Row[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const shell: number[] = [];
  for (let start = 0; start < 5; start++) {
    const product = await startProcesses('full');
    try {
      await product.publish(chain('one', 1, what.operator, { code: what.code }));
      await product.publish(chain('shell', 1, 'shell@1', { command: 'true' }));
      // The least that a process costs here, and with it all that is not the interpreter.
      for (let i = 0; i < 6; i++) shell.push((await product.runToEnd('shell')).ms);
      for (let i = 0; i < (quick ? 4 : 8); i++) {
        const { ms, run } = await product.runToEnd('one');
        const [attempt] = await product.store.runs.attempts(run.id);
        if (attempt?.exitCode !== 0) throw new Error(`${attempt?.id}: exit ${attempt?.exitCode}`);
        (i === 0 ? cold : warm).push(ms);
        // The place of the one that was used is taken meanwhile: this is a task now and then, not a flood of them.
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
    } finally {
      await product.stop();
    }
  }
  const floor = [...shell].sort((a, b) => a - b)[Math.floor(shell.length / 2)] ?? floors.spawn;
  return [
    toRow({ name: `${what.name}-cold`, unit: 'ms', durability: 'D2', target: what.coldMs, floor }, cold),
    toRow({ name: `${what.name}-warm`, unit: 'ms', durability: 'D2', target: what.warmMs, floor }, warm),
  ];
}
