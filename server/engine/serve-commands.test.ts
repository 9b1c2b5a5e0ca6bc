import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '#server/refusal.ts';
import { connectEngine } from './client.ts';
import type { EngineCommands } from './commands.ts';
import { engineCommands } from './embedded/engine-commands.ts';
import { serveCommands, type CommandServer } from './serve-commands.ts';
import { EngineBench } from './testing/engine-bench.ts';
import { chain, shell, workflow } from './testing/workflows.ts';

let bench: EngineBench;
let dataDir: string;
let server: CommandServer;
let engine: EngineCommands;
beforeAll(async () => {
  bench = await EngineBench.open();
  dataDir = mkdtempSync(path.join(tmpdir(), 'drawloom-commands-'));
  server = await serveCommands(
    dataDir,
    engineCommands(bench.engine, {
      durability: 'D1',
      spawner: () => false,
      living: () => [],
      metrics: () => Promise.resolve('drawloom_up 1\n'),
      nudgeOutbox: () => {},
    }),
  );
  engine = connectEngine(dataDir);
  await bench.publish(chain('c', 2));
});
afterEach(() => {
  expect(bench.crash).toBeNull();
});
afterAll(async () => {
  await server.close();
  await bench.close();
  rmSync(dataDir, { recursive: true, force: true });
});
const refused = async (promise: Promise<unknown>) => {
  const { code, status } = (await promise.then(
    () => ({ code: 'none', status: 0 }),
    (error: unknown) => error,
  )) as Refusal;
  return [code, status];
};

describe('commands over the loopback', () => {
  it('engine.json is for its owner alone and carries port, token, pid', () => {
    const file = path.join(dataDir, 'engine.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      port: server.port,
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
      pid: process.pid,
    });
  });

  it('says of a process that it cannot begin while there is no spawner', async () => {
    await bench.publish(workflow('away', { a: shell('true') }));
    const { runId } = await engine.createRun({ workflowId: 'away', by: null });
    const reasons = await bench.until(async () => (await engine.waiting({ runId }))[0]?.reasons);
    expect(reasons.map(({ code }) => code)).toEqual(['spawner.away']);
  });

  it('makes a run, tells its news, answers questions', async () => {
    const before = (await engine.status()).startedAt * 1000;
    const { runId, number, status } = await engine.createRun({ workflowId: 'c', idempotencyKey: 'x', by: 'mara' });
    // Its tasks touch nothing outside: it ended in the turn that answered, unless the machine was too busy for all of it.
    expect(['running', 'success']).toContain(status);
    expect(await engine.createRun({ workflowId: 'c', idempotencyKey: 'x', by: 'mara' })).toMatchObject({ runId, number });
    await bench.ended(runId);
    const news = await engine.news({ after: before, runId });
    expect(news.runs).toEqual([{ runId, seq: (await bench.store.runs.get(runId))?.seq, ended: true }]);
    expect((await engine.news({ after: before, until: 'ended', eventsOf: [runId] })).runs).toMatchObject(news.runs);
    expect(await engine.waiting({ runId })).toEqual([]);
    expect(await engine.nextOccurrences()).toEqual([]);
    expect((await bench.store.runs.get(runId))?.createdBy).toBe('mara');
  });

  it('a poll without news waits for the next one', async () => {
    const { cursor } = await engine.news({ after: 0 });
    const waiting = engine.news({ after: cursor });
    const { runId } = await engine.createRun({ workflowId: 'c', by: null });
    expect((await waiting).runs.map((run) => run.runId)).toEqual([runId]);
    await bench.ended(runId);
  });

  it('refusals arrive as they were meant', async () => {
    expect(await refused(engine.createRun({ workflowId: 'nothing', by: null }))).toEqual(['workflow.unknown', 404]);
    expect(await refused(engine.cancelRun({ runId: 'nothing', by: null }))).toEqual(['run.unknown', 404]);
    expect(await refused(engine.publish({ workflowId: 'c', revision: 99, message: '', by: null }))).toEqual([
      'draft.conflict',
      409,
    ]);
    expect(await refused(engine.createRun({ workflowId: '', by: null }))).toEqual(['request.bad-request', 400]);
  });

  it('what is no command, no JSON or too long is refused in words', async () => {
    const { token } = JSON.parse(readFileSync(path.join(dataDir, 'engine.json'), 'utf8')) as { token: string };
    const ask = async (name: string, options: RequestInit = {}) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`http://127.0.0.1:${server.port}/${name}`, { headers, ...options });
      const { error } = (await answer.json()) as { error: { data: { reason: string } } };
      return [error.data.reason, answer.status];
    };
    expect(await ask('nothing')).toEqual(['request.not-found', 404]);
    expect(await ask('createRun')).toEqual(['request.not-found', 404]);
    expect(await ask('status', { method: 'DELETE' })).toEqual(['request.method-not-supported', 405]);
    expect(await ask('cancelRun', { method: 'POST', body: '{"runId"' })).toEqual(['request.parse-error', 400]);
    const long = JSON.stringify({ workflowId: 'c', by: null, params: { text: 'x'.repeat(12 * 1024 * 1024) } });
    expect(await ask('createRun', { method: 'POST', body: long })).toEqual(['request.payload-too-large', 413]);
    // A connection that was refused something goes on.
    expect((await engine.status()).pid).toBe(process.pid);
  });

  it('without the token there is no answer, and without an engine a clear one', async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/status`, { headers: { authorization: 'Bearer wrong' } });
    expect(answer.status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${server.port}/status`)).status).toBe(401);
    expect(await refused(connectEngine(path.join(dataDir, 'nowhere')).status())).toEqual(['engine.unreachable', 503]);
  });
});
