import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Server as SmtpServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Settings, WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { mailServer } from '#operators/notify/testing/mail-server.ts';
import { sendAlert } from '#server/engine/perform/send-alert.ts';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { noop, workflow } from '#server/engine/testing/workflows.ts';
import type { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import { listAlerts } from './list.ts';
import { Outbox, pauseAfter } from './outbox.ts';
import { sendAgain } from './send-again.ts';

let smtp: SmtpServer;
let hook: HttpServer;
let mailPort: number;
let url: string;
const mails: string[] = [];
const calls: { key: unknown; body: JsonObject }[] = [];
/** What the webhook answers next; 200 when nothing is left. */
const answers: number[] = [];
const connections = new Map<string, JsonObject>();
let bench: EngineBench;
let skew = 0;
const now = () => Date.now() + skew;

const listen = (server: HttpServer | SmtpServer) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
beforeAll(async () => {
  smtp = mailServer(mails);
  hook = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      calls.push({ key: request.headers['idempotency-key'], body: JSON.parse(body) as JsonObject });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  mailPort = await listen(smtp);
  url = `http://127.0.0.1:${await listen(hook)}`;
});
afterAll(async () => {
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
  await new Promise((resolve) => smtp.close(resolve));
});
beforeEach(async () => {
  [mails, calls, answers].forEach((list) => (list.length = 0));
  skew = 0;
  connections.clear();
  connections.set('mail', { type: 'smtp', host: '127.0.0.1', port: mailPort, from: 'loom@example.com' });
  connections.set('chat', { type: 'webhook', url });
  bench = await EngineBench.open({ engine: { address: 'https://loom.example.com' } });
});
afterEach(async () => {
  expect(bench.crash).toBeNull();
  await bench.close();
});

const outbox = (store: Pick<Store, 'alerts'> = bench.store) =>
  new Outbox({
    store,
    now,
    send: (alert) =>
      sendAlert(alert, {
        connection: (name) => Promise.resolve(connections.get(name) ?? null),
        network: { allow: [new URL(url).host], ownPorts: [] },
        now,
        signal: AbortSignal.timeout(60_000),
      }),
    tried: () => {},
    unreadable: () => {},
  });
const broken = { operator: 'short-circuit@1', config: { when: 'params.nothing.at == 1' }, name: 'The check' };
const file = (alerts: Settings['alerts'], more: Partial<Settings> = {}, task: WorkflowFile['tasks'][number] | object = broken) =>
  workflow('w', { a: task as typeof noop }, [], {
    name: 'Nightly load',
    params: { type: 'object', properties: { nothing: { type: 'object' } } },
    settings: { ...more, alerts },
  });
const stored = async () => (await listAlerts(bench.store, { limit: 50 })).alerts;

it('a run that failed is told by mail and by webhook, once, with what failed and where to look', async () => {
  await bench.publish(
    file([
      { on: ['failed', 'late'], lateAfterSec: 3600, connection: 'mail', to: 'ada@example.com' },
      { on: ['failed'], connection: 'chat' },
      { on: ['success'], connection: 'chat' },
    ]),
  );
  const { id } = await bench.run('w');
  await outbox().runOnce();
  await outbox().runOnce();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatch(/^Subject: Nightly load, run 1 failed$/m);
  expect(mails[0]).toContain('The check: ');
  expect(mails[0]).toContain(`https://loom.example.com/runs/${id}`);
  expect(calls).toMatchObject([
    { body: { run: { id, task: null, workflow: 'w' }, alert: { event: 'failed', subject: 'Nightly load, run 1 failed' } } },
  ]);
  expect(await stored()).toMatchObject([
    { status: 'sent', tries: 1, error: null, runNumber: 1, workflowName: 'Nightly load' },
    { status: 'sent', tries: 1 },
  ]);
});

it('a run that is cleared and ends again is told again; one that is cancelled by a person is told, too', async () => {
  await bench.publish(file([{ on: ['success', 'cancelled'], connection: 'chat' }], {}, noop));
  const { id } = await bench.run('w');
  await bench.engine.acts.clear(id, { tasks: [{ task: 'a' }] }, null);
  await bench.ended(id);
  await bench.engine.store.versions.newest('w');
  await bench.publish({
    ...file([{ on: ['cancelled'], connection: 'chat' }], {}, { ...noop, pool: { name: 'none', slots: 1 } }),
    id: 'v',
  });
  await bench.engine.pools.put({ name: 'none', slots: 0, description: '' });
  const { runId } = await bench.engine.creator.create({ workflowId: 'v', runType: 'manual', by: null });
  await bench.engine.acts.cancel(runId, 'ada');
  await bench.ended(runId);
  await outbox().runOnce();
  expect(calls.map(({ body }) => (body.alert as JsonObject).event).sort()).toEqual(['cancelled', 'success', 'success']);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(3);
});

it('is tried again with the same key until it is taken, and not before its time', async () => {
  answers.push(503, 503);
  await bench.publish(file([{ on: ['failed'], connection: 'chat' }]));
  await bench.run('w');
  const box = outbox();
  const next = await box.runOnce();
  expect(await stored()).toMatchObject([{ status: 'waiting', tries: 1, error: 'http 503', nextAt: next }]);
  expect(await box.runOnce()).toBe(next);
  skew += pauseAfter(1) + 1;
  await box.runOnce();
  skew += pauseAfter(2) + 1;
  expect(await box.runOnce()).toBeNull();
  expect(await stored()).toMatchObject([{ status: 'sent', tries: 3, error: null }]);
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1);
});

it('is sent by the next engine when one died before, and again when nobody knows whether it was sent', async () => {
  await bench.publish(file([{ on: ['failed'], connection: 'chat' }]));
  await bench.run('w');
  await bench.restart();
  const forgetful = { alerts: { ...bench.store.alerts, update: () => Promise.reject(new Error('killed')) } };
  await expect(outbox(forgetful).runOnce()).rejects.toThrow('killed');
  await outbox().runOnce();
  expect(calls).toHaveLength(2);
  expect(calls[0]!.key).toBe(calls[1]!.key);
  expect(await stored()).toMatchObject([{ status: 'sent' }]);
});

it('is given up when trying again cannot help, stays in the list, and is sent when a person says so', async () => {
  connections.delete('chat');
  await bench.publish(
    file([
      { on: ['failed'], connection: 'chat' },
      { on: ['failed'], connection: 'mail', to: 'no@example.com' },
    ]),
  );
  await bench.run('w');
  await outbox().runOnce();
  const given = await stored();
  expect(given.map(({ status }) => status)).toEqual(['failed', 'failed']);
  const { id } = given.find(({ connection }) => connection === 'chat')!;
  connections.set('chat', { type: 'webhook', url });
  await sendAgain(bench.store, id, now());
  await outbox().runOnce();
  expect(await bench.store.alerts.get(id)).toMatchObject({ status: 'sent', tries: 1 });
  const code = (of: string) => sendAgain(bench.store, of, now()).catch((error: Refusal) => error.code);
  expect([await code(id), await code('nobody')]).toEqual(['alert.sent', 'alert.unknown']);
});

it('a run that has not ended in time is told once, also by an engine that takes it up again', async () => {
  await bench.publish(
    file([{ on: ['late'], lateAfterSec: 1, connection: 'chat' }], {}, { ...noop, pool: { name: 'none', slots: 1 } }),
  );
  await bench.engine.pools.put({ name: 'none', slots: 0, description: '' });
  const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null });
  await bench.until(async () => (await bench.store.alerts.list({ limit: 9 })).length > 0);
  await bench.restart();
  // The new engine finds it late at once; what is stored stays one.
  await bench.engine.acts.pause(runId, true, null);
  await bench.engine.acts.cancel(runId, null);
  await bench.ended(runId);
  await outbox().runOnce();
  expect(calls).toHaveLength(1);
  expect(calls[0]!.body.text).toContain('Not ended: a');
  expect(await stored()).toMatchObject([{ event: 'late', status: 'sent' }]);
});

it('a circuit that opens is told, by whatever cause', async () => {
  await bench.publish(file([{ on: ['circuit-open'], connection: 'chat' }], { autoPauseAfterFailures: 1 }));
  await bench.engine.breakers.set('w', true, 'ada');
  await outbox().runOnce();
  expect(calls).toMatchObject([{ body: { alert: { event: 'circuit-open' }, run: { id: null, workflow: 'w' } } }]);
  expect(calls[0]!.body.text).toContain('https://loom.example.com/breakers');
});

it('of a run of a draft nobody is told: somebody looks at it', async () => {
  const draft = file([{ on: ['failed'], connection: 'chat' }]);
  await bench.publish(draft);
  const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null, draft });
  await bench.ended(runId);
  expect(await stored()).toEqual([]);
});
