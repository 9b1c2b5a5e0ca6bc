import { afterEach, describe, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { chain, noop, shell, workflow } from '../testing/workflows.ts';

/** A clock that stands: how much fits into one turn does not depend on the machine. */
const standing = { now: () => Date.now(), monotonic: () => 0 };

let bench: EngineBench;
afterEach(() => bench.close());

describe('a run', () => {
  it('goes through a chain of no-ops in one turn: nothing outside has happened before its commit', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      engine: { clock: standing },
      wrap: (store) => ({ ...store, commitTurn: (turn) => (commits++, store.commitTurn(turn)) }),
    });
    await bench.publish(chain('c', 40));
    const run = await bench.run('c');
    expect(run).toMatchObject({ status: 'success', number: 1 });
    expect(Object.values(await bench.statuses(run.id))).toEqual(Array(40).fill('success'));
    expect(commits).toBe(1);
    const attempts = await bench.store.runs.attempts(run.id);
    expect(attempts.map(({ status }) => status)).toEqual(Array(40).fill('success'));
    const events = await bench.store.runs.events(run.id, 0, 1000);
    expect(events.filter(({ event }) => event.type === 'attemptStarted')).toHaveLength(40);
  });

  it('decides by conditions over what is in memory within the turn, those of outputs it made before included', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      engine: { clock: standing },
      wrap: (store) => ({ ...store, commitTurn: (turn) => (commits++, store.commitTurn(turn)) }),
    });
    const gate = (when: string) => ({ operator: 'short-circuit@1', config: { when } });
    const cases = [
      { port: 'low', when: "tasks.b.output == false || tasks.a.status != 'success'" },
      { port: 'high', when: 'tasks.b.output' },
    ];
    await bench.publish(
      workflow(
        'd',
        {
          a: gate('run.number > 0'),
          b: gate('tasks.a.output && params.size() == 0'),
          c: { operator: 'branch@1', config: { cases } },
          e: gate('tasks.c.output[0] == "high"'),
          f: gate('tasks.c.output.missing'),
        },
        [],
        {
          edges: [
            { from: 'a', to: 'b' },
            { from: 'b', to: 'c' },
            { from: 'c', port: 'high', to: 'e' },
            { from: 'c', port: 'high', to: 'f' },
          ],
        },
      ),
    );
    const run = await bench.run('d');
    expect(await bench.statuses(run.id)).toEqual({ a: 'success', b: 'success', c: 'success', e: 'success', f: 'failed' });
    expect(commits).toBe(1);
    const [branch] = await bench.store.runs.attempts(run.id, 'c', -1);
    expect(branch).toMatchObject({ output: ['high'], status: 'success' });
    const chunks = await bench.store.runs.logs(branch!.id, 0, 100);
    expect(chunks.map(({ text }) => text).join('')).toContain('high: tasks.b.output is true');
    expect(await bench.store.runs.attempts(run.id, 'f', -1)).toMatchObject([{ errorCode: 'condition' }]);
  });

  it('stores the intent of what touches more than the engine first: one commit a hop', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      // Whether an end comes soon enough to share the commit of its beginning does not depend on the machine.
      engine: { companyMs: 60_000 },
      wrap: (store) => ({ ...store, commitTurn: (turn) => (commits++, store.commitTurn(turn)) }),
    });
    const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
    // A loop is evaluated in a thread that can be ended, beside the turn.
    const decide = { operator: 'short-circuit@1', config: { when: '[1].all(n, n > 0)' } };
    await bench.publish(
      workflow(
        'b',
        Object.fromEntries(names.map((name) => [name, decide])),
        names.slice(1).map((name, n) => `t${n}>${name}`),
      ),
    );
    const run = await bench.run('b');
    expect(run.status).toBe('success');
    // The run with its first intent; then one for each end, with the next intent.
    expect(commits).toBe(21);
  });

  it('makes a fan-out one commit', async () => {
    let commits = 0;
    bench = await EngineBench.open({
      engine: { clock: standing },
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
    expect(commits).toBe(1);
  });

  it('runs a process, keeps its log and its output, and reads back nothing that it has just stored', async () => {
    let reads = 0;
    bench = await EngineBench.open({
      processes: true,
      wrap: (store) => ({ ...store, runs: { ...store.runs, attempts: (...of) => (reads++, store.runs.attempts(...of)) } }),
    });
    await bench.publish(
      workflow(
        's',
        {
          hello: { operator: 'shell@1', config: { command: 'echo hello', output: 'lastLine' } },
          then: shell('echo {{ tasks.hello.output }} again'),
          // What came before it has no output: that is known as well.
          last: shell('true'),
        },
        ['hello>then', 'then>last'],
      ),
    );
    const run = await bench.run('s');
    expect(run.status).toBe('success');
    expect(reads).toBe(0);
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
