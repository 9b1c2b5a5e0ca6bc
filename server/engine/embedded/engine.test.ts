import { afterEach, describe, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { chain, noop, shell, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(() => bench.close());

describe('a run', () => {
  it('goes through a chain with one commit a hop', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      wrap: (store) => ({ ...store, commitTurn: (turn) => (commits++, store.commitTurn(turn)) }),
    });
    await bench.publish(chain('c', 40));
    const run = await bench.run('c');
    expect(run).toMatchObject({ status: 'success', number: 1 });
    expect(Object.values(await bench.statuses(run.id))).toEqual(Array(40).fill('success'));
    expect(commits).toBeLessThanOrEqual(42);
    const attempts = await bench.store.runs.attempts(run.id);
    expect(attempts.map(({ status }) => status)).toEqual(Array(40).fill('success'));
  });

  it('makes a fan-out one commit', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      wrap: (store) => ({ ...store, commitTurn: (turn) => (commits++, store.commitTurn(turn)) }),
    });
    const names = Array.from({ length: 100 }, (_, n) => `t${n}`);
    await bench.publish(
      workflow(
        'f',
        { start: noop, ...Object.fromEntries(names.map((name) => [name, noop])), end: noop },
        names.flatMap((name) => [`start>${name}`, `${name}>end`]),
        {
          settings: { maxActiveTasks: 1000 },
        },
      ),
    );
    const run = await bench.run('f');
    expect(run.status).toBe('success');
    expect(commits).toBeLessThanOrEqual(4);
  });

  it('runs a process, keeps its log and its output', async () => {
    bench = await EngineBench.open({ processes: true });
    await bench.publish(
      workflow(
        's',
        {
          hello: { operator: 'shell@1', config: { command: 'echo hello', output: 'lastLine' } },
          then: shell('echo {{ tasks.hello.output }} again'),
        },
        ['hello>then'],
      ),
    );
    const run = await bench.run('s');
    expect(run.status).toBe('success');
    const [attempt] = await bench.store.runs.attempts(run.id, 'then');
    expect(attempt).toMatchObject({ status: 'success', exitCode: 0 });
    const logs = await bench.store.runs.logs(attempt!.id, 0, 10);
    expect(
      logs
        .filter(({ stream }) => stream === 'out')
        .map(({ text }) => text)
        .join(''),
    ).toBe('hello again\n');
  });
});
