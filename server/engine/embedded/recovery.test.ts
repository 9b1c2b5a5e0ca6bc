import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taskRun } from '#domain/run/read.ts';
import type { ActiveRun } from '../turn/active-run.ts';
import { commandLine } from '../perform/testing/workbench.ts';
import { EngineBench, type BenchOptions } from '../testing/engine-bench.ts';
import { noop, shell, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(() => bench.close());

const open = async (options: BenchOptions = {}) => {
  bench = await EngineBench.open({ processes: true, ...options });
};
const start = async (workflowId: string) =>
  (await bench.engine.creator.create({ workflowId, runType: 'manual', by: null })).runId;
const active = (runId: string): ActiveRun => bench.engine.decider.runs.get(runId)!;
const status = (runId: string, task: string) => {
  const run = bench.engine.decider.runs.get(runId);
  return run && taskRun(run.compiled.plan, run.state, task)?.status;
};
const running = (runId: string, task: string) => bench.until(() => status(runId, task) === 'running');
const inData = (name: string) => path.join(bench.dataDir, name);
/** A task that says it began (the log line is a turn of the engine, which is what a test waits on), then goes on until the test lets it. */
const gate =
  'cd "$(dirname "$DRAWLOOM_INPUT")/../.."; echo $$ > pid; echo began; while [ ! -e go ]; do sleep 0.02; done; echo done';
const letGo = async () => (await import('node:fs/promises')).writeFile(inData('go'), '');

describe('an engine that comes back', () => {
  it('adopts what still runs: same attempt, same process', async () => {
    await open();
    await bench.publish(workflow('w', { a: shell(gate), b: noop }, ['a>b']));
    const runId = await start('w');
    await running(runId, 'a');
    await bench.until(() => existsSync(inData('pid')));
    const pid = readFileSync(inData('pid'), 'utf8');
    await bench.restart();
    expect(status(runId, 'a')).toBe('running');
    await letGo();
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.store.runs.attempts(runId, 'a')).toMatchObject([{ attempt: 1, status: 'success', infra: false }]);
    expect(readFileSync(inData('pid'), 'utf8')).toBe(pid);
  });

  it('reads the end of what ended meanwhile', async () => {
    await open();
    await bench.publish(workflow('w', { a: shell(`${gate}; exit 3`) }));
    const runId = await start('w');
    await running(runId, 'a');
    await bench.drop();
    await letGo();
    await bench.start();
    expect((await bench.ended(runId)).status).toBe('failed');
    expect(await bench.store.runs.attempts(runId, 'a')).toMatchObject([{ status: 'failed', exitCode: 3, infra: false }]);
  });

  it('counts what is lost apart: it is made again and burns no retry', async () => {
    await open();
    await bench.publish(workflow('w', { a: shell(gate) }));
    const runId = await start('w');
    await running(runId, 'a');
    await bench.drop();
    // Its whole group dies without a word, as with the machine.
    const [row] = await bench.reopened((store) => store.runs.attempts(runId, 'a'));
    process.kill(-row!.pid!, 'SIGKILL');
    await bench.start();
    await running(runId, 'a');
    await letGo();
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.store.runs.attempts(runId, 'a')).toMatchObject([
      { attempt: 1, status: 'failed', infra: true, errorCode: 'lost' },
      { attempt: 2, status: 'success', infra: false },
    ]);
  });

  it('keeps limits: what is held stays held, what waits goes on waiting', async () => {
    await open();
    await bench.publish(workflow('w', { a: shell(gate), b: noop, c: noop }, [], { settings: { maxActiveTasks: 1 } }));
    const runId = await start('w');
    await running(runId, 'a');
    await bench.restart();
    expect([status(runId, 'a'), status(runId, 'b'), status(runId, 'c')]).toEqual(['running', 'scheduled', 'scheduled']);
    await letGo();
    expect((await bench.ended(runId)).status).toBe('success');
  });

  it('sets the timers that were set: a retry, a wait', async () => {
    await open();
    await bench.publish(
      workflow('w', {
        again: shell('[ "$DRAWLOOM_ATTEMPT" -gt 1 ]', { retry: { max: 1, delaySec: 1 } }),
        wait: { operator: 'wait@1', config: { seconds: 1 } },
      }),
    );
    const runId = await start('w');
    await bench.until(() => status(runId, 'again') === 'up_for_retry' && status(runId, 'wait') === 'deferred');
    await bench.restart();
    expect([status(runId, 'again'), status(runId, 'wait')]).toEqual(['up_for_retry', 'deferred']);
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.store.runs.attempts(runId, 'wait')).toMatchObject([{ attempt: 1, status: 'success' }]);
  });

  it('goes on with a cancel that was under way', async () => {
    await open();
    await bench.publish(workflow('w', { a: shell(`trap '' TERM; ${gate}`) }));
    const runId = await start('w');
    await running(runId, 'a');
    await bench.until(() => existsSync(inData('pid')));
    await bench.engine.acts.cancel(runId, 'mara');
    await bench.restart();
    expect((await bench.ended(runId)).status).toBe('cancelled');
    expect(commandLine(readFileSync(inData('pid'), 'utf8').trim())).toBe('');
    expect(await bench.store.runs.openAttempts()).toEqual([]);
  });

  it('finds a run of a draft, a paused run and a queued run as they were', async () => {
    await open();
    const draft = workflow('w', { a: shell(gate) }, [], { settings: { maxActiveRuns: 1 } });
    await bench.publish(draft);
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', draft, by: null });
    await running(runId, 'a');
    const queued = await start('w');
    await bench.engine.acts.pause(runId, true, null);
    await bench.restart();
    expect(active(runId).facts.version).toBe(0);
    expect(active(queued).state).toBeDefined();
    expect((await bench.store.runs.get(queued))?.status).toBe('queued');
    expect((await bench.store.runs.get(runId))?.paused).toBe(true);
    await bench.engine.acts.pause(runId, false, null);
    await letGo();
    expect((await bench.ended(runId)).status).toBe('success');
    expect((await bench.ended(queued)).status).toBe('success');
  });
});

describe('an engine that is stopped in order', () => {
  let server: Server;
  /** Requests that wait for their answer. */
  const waiting: ServerResponse[] = [];
  const asked = async (times: number) => {
    while (waiting.length < times) await once(server, 'request');
    return waiting[times - 1]!;
  };
  beforeEach(async () => {
    waiting.length = 0;
    server = createServer((_request, response) => void waiting.push(response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  /** A workflow that asks the server, then goes on. */
  const openWith = async (drainMs: number) => {
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await open({ engine: { drainMs }, perform: { network: { allow: [address], ownPorts: [] } } });
    const ask = { operator: 'http@1', config: { url: `http://${address}/`, method: 'POST' } };
    await bench.publish(workflow('w', { a: ask, b: noop }, ['a>b']));
    return start('w');
  };

  it('lets work inside it end, and begins nothing that would follow', async () => {
    const runId = await openWith(60_000);
    const response = await asked(1);
    const stopped = bench.engine.stop();
    response.end('{}');
    await stopped;
    expect(status(runId, 'a')).toBe('success');
    expect(status(runId, 'b')).toBe('scheduled');
    await bench.restartInOrder();
    expect((await bench.ended(runId)).status).toBe('success');
    expect(await bench.store.runs.attempts(runId)).toMatchObject([{ attempt: 1 }, { attempt: 1 }]);
  });

  it('takes no attempt from work that is longer than its patience, however often it is stopped', async () => {
    const runId = await openWith(1);
    for (let stop = 1; stop <= 5; stop++) {
      await asked(stop);
      await bench.restartInOrder();
    }
    (await asked(6)).end('{}');
    expect((await bench.ended(runId)).status).toBe('success');
    const rows = await bench.store.runs.attempts(runId, 'a');
    expect(rows.map(({ errorCode }) => errorCode)).toEqual([...Array<string>(5).fill('stopped'), null]);
  });
});
