import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Server as SmtpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { mailServer } from './testing/mail-server.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';

let bench: Workbench;
let smtp: SmtpServer;
let hook: HttpServer;
let url: string;
const mails: string[] = [];
const calls: { headers: Record<string, unknown>; body: JsonObject }[] = [];
const listen = (server: SmtpServer) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

beforeAll(async () => {
  smtp = mailServer(mails);
  hook = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: JSON.parse(body) as JsonObject });
      response.writeHead(Number(/\d+$/.exec(request.url!)?.[0] ?? 200)).end();
    });
  });
  const port = await listen(smtp);
  url = `http://127.0.0.1:${await listen(hook)}`;
  bench = await Workbench.open({
    network: { allow: [new URL(url).host], ownPorts: [] },
    connection: async (name): Promise<JsonObject | null> =>
      name === 'mail'
        ? { host: '127.0.0.1', port, from: 'loom@example.com' }
        : name === 'chat'
          ? { url: `${url}/secret`, headers: { 'x-key': 'k' } }
          : null,
  });
});
afterAll(async () => {
  await bench.close();
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
  await new Promise((resolve) => smtp.close(resolve));
});
const notify = (config: JsonObject) => bench.run('notify@1', config);

describe('an e-mail', () => {
  const mail = {
    channel: 'email',
    connection: 'mail',
    message: '{{ run.workflow }} on {{ ds }}',
    subject: 'Rain\r\nBcc: eve@example.com',
  };
  it('is sent as text, and its headers are ours', async () => {
    const told = await notify({ ...mail, to: 'ada@example.com, no@example.com' });
    expect(told.end).toMatchObject({
      outcome: { type: 'success' },
      output: { accepted: ['ada@example.com'], rejected: ['no@example.com'] },
    });
    expect(mails.at(-1)).toContain('weather on 2026-03-26');
    expect(mails.at(-1)).toMatch(/^Message-ID: <run\.task@drawloom>$/m);
    expect(mails.at(-1)).not.toMatch(/^Bcc:/m);
  });

  it('fails for good when the server says no, and for now when it says later', async () => {
    expect((await notify({ ...mail, to: 'no@example.com' })).end.outcome).toMatchObject({
      error: { code: 'smtp' },
      retry: 'never',
    });
    expect((await notify({ ...mail, to: 'later@example.com' })).end.outcome).toMatchObject({
      error: { code: 'smtp' },
      retry: 'policy',
    });
    expect((await notify({ ...mail })).end.outcome).toMatchObject({ error: { code: 'config' } });
    expect((await notify({ ...mail, to: 'a@example.com', connection: 'nobody' })).end.outcome).toMatchObject({
      error: { code: 'connection.missing' },
    });
  });
});

describe('a webhook', () => {
  it('gets the message and the facts, with a key that stays over retries', async () => {
    expect((await notify({ channel: 'webhook', connection: 'chat', message: 'done' })).end).toMatchObject({
      output: { status: 200 },
    });
    expect(calls.at(-1)).toMatchObject({
      headers: { 'idempotency-key': 'run/task', 'x-key': 'k', 'content-type': 'application/json' },
      body: { text: 'done', run: { id: 'run', task: 'task', workflow: 'weather' } },
    });
  });

  it('fails by status, and is vetted', async () => {
    expect((await notify({ channel: 'webhook', url: `${url}/503`, message: 'm' })).end.outcome).toMatchObject({
      error: { code: 'http', message: 'http 503' },
      retry: 'policy',
    });
    expect((await notify({ channel: 'webhook', url: `${url}/302`, message: 'm' })).end.outcome).toMatchObject({
      error: { code: 'http' },
      retry: 'never',
    });
    expect((await notify({ channel: 'webhook', url: 'http://127.0.0.1:1/', message: 'm' })).end.outcome).toMatchObject({
      error: { code: 'http.address' },
    });
    expect((await notify({ channel: 'webhook', message: 'm' })).end.outcome).toMatchObject({ error: { code: 'config' } });
  });
});
