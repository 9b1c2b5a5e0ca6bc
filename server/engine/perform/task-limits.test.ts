import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { taskLimits } from './task-limits.ts';
import { Workbench } from './testing/workbench.ts';

let bench: Workbench;
let limited: Workbench;
beforeAll(async () => {
  bench = await Workbench.open();
  limited = await Workbench.open({ limits: { memoryMb: 200, cpuSec: 1 } });
});
afterAll(async () => {
  await bench.close();
  await limited.close();
});

const hungryPython = 'def main(inputs, run):\n    return len(bytearray(600 * 1024 * 1024))\n';
const hungryNode = 'export default () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); };';
const busyPython = 'def main(inputs, run):\n    while True:\n        pass\n';

describe('limits of a task', () => {
  it('are those of its config, else those of the product', () => {
    expect(taskLimits({}, {})).toBeUndefined();
    expect(taskLimits({}, { memoryMb: 100 })).toEqual({ memoryMb: 100 });
    expect(taskLimits({ memoryMb: 300, cpuSec: 5 }, { memoryMb: 100, cpuSec: 1 })).toEqual({ memoryMb: 300, cpuSec: 5 });
  });

  it('of memory: Python, JavaScript and a command fail with oom', async () => {
    const oom = { type: 'failed', error: { code: 'oom', message: 'oom: it wanted more than its 200 MiB' }, retry: 'policy' };
    const memoryMb = 200;
    expect((await bench.run('python@1', { code: hungryPython, memoryMb })).end.outcome).toEqual(oom);
    expect((await bench.run('javascript@1', { code: hungryNode, memoryMb })).end.outcome).toEqual(oom);
    const command = `python3 -c 'bytearray(600 * 1024 * 1024)'`;
    expect((await bench.run('shell@1', { command, memoryMb })).end.outcome).toEqual(oom);
    expect((await bench.run('shell@1', { command })).end.outcome).toEqual({ type: 'success' });
    // What keeps to its limit notices nothing of it.
    const small = await bench.run('python@1', { code: 'def main(inputs, run):\n    return 7\n', memoryMb });
    expect(small.end).toMatchObject({ output: 7, outcome: { type: 'success' } });
  });

  it('of processor time: told apart from a kill and a timeout', async () => {
    const cpu = { type: 'failed', error: { code: 'cpu', message: 'cpu: it used its 1 s of processor time' }, retry: 'policy' };
    expect((await bench.run('python@1', { code: busyPython, cpuSec: 1 })).end.outcome).toEqual(cpu);
    expect((await bench.run('shell@1', { command: 'while :; do :; done', cpuSec: 1 })).end.outcome).toEqual(cpu);
    // Waiting uses none of it.
    expect((await bench.run('shell@1', { command: 'sleep 1.5', cpuSec: 1 })).end.outcome).toEqual({ type: 'success' });
    expect((await bench.run('shell@1', { command: 'kill -9 $$', cpuSec: 1 })).end.outcome).toMatchObject({
      error: { code: 'signal' },
    });
  });

  it('of the product hold for tasks that say nothing, and warm interpreters do not evade them', async () => {
    const run = limited.run.bind(limited);
    // The first one starts cold and makes the pool of those without limits, if it could.
    for (let n = 0; n < 2; n++)
      expect((await run('python@1', { code: hungryPython })).end.outcome).toMatchObject({ error: { code: 'oom' } });
    expect((await run('python@1', { code: hungryPython, memoryMb: 4_000 })).end.outcome).toEqual({ type: 'success' });
    expect((await run('shell@1', { command: 'while :; do :; done' })).end.outcome).toMatchObject({ error: { code: 'cpu' } });
  });
});
