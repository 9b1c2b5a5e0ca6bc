import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';

let bench: Workbench;
let server: Server;
let other: Server;
let base: string;
let elsewhere: string;
const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
  const url = new URL(request.url!, 'http://x');
  const json = (value: unknown, headers = {}) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
  const page = Number(url.searchParams.get('page') ?? 1);
  switch (url.pathname) {
    case '/status':
      response.writeHead(Number(url.searchParams.get('code')), { 'content-type': 'text/plain' });
      return void response.end('not today');
    case '/redirect':
      response.writeHead(Number(url.searchParams.get('code') ?? 302), { location: url.searchParams.get('to')! });
      return void response.end();
    case '/loop':
      response.writeHead(302, { location: '/loop' });
      return void response.end();
    case '/linked':
      return json([page], page < 3 ? { link: `<?page=9>; rel="prev", </linked?page=${page + 1}>; rel="next"` } : {});
    case '/fielded':
      return json({ data: { items: [page] }, paging: { next: page < 3 ? `/fielded?page=${page + 1}` : null } });
    case '/file':
      response.writeHead(200, { 'content-disposition': 'attachment; filename="../../day.csv"' });
      return void response.end('a,b\n1,2\n');
    case '/large':
      return json('x'.repeat(300_000));
    case '/text':
      return void response.end('plain <text>');
    case '/never':
      return;
    default:
      return json({ ok: true });
  }
}

const listen = async (one: Server, host = '127.0.0.1') => {
  await new Promise<void>((resolve) => one.listen(0, host, resolve));
  return (one.address() as AddressInfo).port;
};
beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  other = createServer((request, response) => void answer(request, response));
  const port = await listen(server);
  const otherPort = await listen(other);
  base = `http://127.0.0.1:${port}`;
  elsewhere = `http://127.0.0.1:${otherPort}`;
  bench = await Workbench.open({
    network: { allow: [`127.0.0.1:${port}`, `127.0.0.1:${otherPort}`], ownPorts: [] },
    connection: async (name) =>
      name === 'api' ? { url: `${base}/v1/`, token: 'hunter22', headers: { 'x-team': 'loom' } } : null,
  });
});
afterAll(async () => {
  await bench.close();
  for (const one of [server, other]) {
    one.closeAllConnections();
    await new Promise((resolve) => one.close(resolve));
  }
});
const http = (config: JsonObject) => bench.run('http@1', config);

describe('a request', () => {
  it('sends method, query, headers and body, and answers with the JSON', async () => {
    const told = await http({
      method: 'POST',
      url: `${base}/x?a=1`,
      query: { b: 'ü &', n: 2 },
      headers: { 'X-Day': '{{ ds }}' },
      body: { city: 'Cairo' },
    });
    expect(told.end).toMatchObject({ outcome: { type: 'success' }, output: { ok: true } });
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      url: '/x?a=1&b=%C3%BC+%26&n=2',
      body: '{"city":"Cairo"}',
      headers: { 'x-day': '2026-03-26', 'content-type': 'application/json' },
    });
  });

  it('gives text, or keeps a file under a plain name', async () => {
    expect((await http({ url: `${base}/text`, response: 'text' })).end.output).toBe('plain <text>');
    const told = await http({ url: `${base}/file`, response: 'artifact' });
    expect(told.end.output).toMatchObject({ bytes: 8, status: 200 });
    const [artifact] = told.end.artifacts;
    expect(artifact!.name).toBe('_.._day.csv');
    expect(readFileSync(path.join(bench.dataDir, 'artifacts', artifact!.id), 'utf8')).toBe('a,b\n1,2\n');
  });

  it('fails by status, and says whether another attempt may help', async () => {
    const at = async (code: number, more = {}) =>
      (await http({ url: `${base}/status?code=${code}`, response: 'text', ...more })).end;
    expect((await at(503)).outcome).toEqual({
      type: 'failed',
      error: { code: 'http', message: 'http 503: not today' },
      retry: 'policy',
    });
    expect((await at(429)).outcome).toMatchObject({ retry: 'policy' });
    expect((await at(404)).outcome).toMatchObject({ retry: 'never' });
    expect((await at(404, { expectStatus: '200-299, 404' })).output).toBe('not today');
    expect((await at(200, { expectStatus: 'ok' })).outcome).toMatchObject({ error: { code: 'config' } });
  });

  it('fails when there is no JSON, too much of it, no server, no answer, or no address', async () => {
    expect((await http({ url: `${base}/text` })).end.outcome).toMatchObject({ error: { code: 'http' } });
    expect((await http({ url: `${base}/large` })).end.outcome).toMatchObject({ error: { code: 'output' } });
    const gone = createServer();
    const port = await listen(gone);
    await new Promise((resolve) => gone.close(resolve));
    const own = await Workbench.open({ network: { allow: ['127.0.0.0/8'], ownPorts: [] } });
    expect((await own.run('http@1', { url: `http://127.0.0.1:${port}` })).end.outcome).toMatchObject({
      error: { code: 'http' },
      retry: 'policy',
    });
    await own.close();
    expect((await http({ url: `${base}/never`, timeoutSec: 1 })).end.outcome).toMatchObject({ error: { code: 'timeout' } });
    expect((await http({ url: 'orders' })).end.outcome).toMatchObject({ error: { code: 'config' } });
    expect((await http({ url: 'file:///etc/passwd' })).end.outcome).toMatchObject({ error: { code: 'config' } });
  });

  it('ends at once when it is cancelled', async () => {
    const job = bench.begin('http@1', { url: `${base}/never` });
    await bench.until(job.attemptId, (told) => told.started !== undefined);
    bench.performer.stop(job.attemptId, 'cancelled');
    expect(bench.of(job.attemptId).end?.outcome).toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('pages', () => {
  it('are joined, by the Link header or by a field', async () => {
    expect((await http({ url: `${base}/linked`, pages: { next: 'link' } })).end.output).toEqual([1, 2, 3]);
    expect((await http({ url: `${base}/fielded`, pages: { next: 'paging.next', items: 'data.items' } })).end.output).toEqual([
      1, 2, 3,
    ]);
  });

  it('are bounded, and have to be lists', async () => {
    expect((await http({ url: `${base}/linked`, pages: { next: 'link', max: 2 } })).end.outcome).toMatchObject({
      error: { code: 'http' },
    });
    expect((await http({ url: `${base}/fielded`, pages: { next: 'paging.next' } })).end.outcome).toMatchObject({
      error: { code: 'http' },
      retry: 'never',
    });
  });
});

describe('a secret', () => {
  it('goes to the host of its connection, and along no redirect to another', async () => {
    expect((await http({ url: 'orders', connection: 'api' })).end.output).toEqual({ ok: true });
    expect(seen.at(-1)).toMatchObject({ url: '/v1/orders', headers: { authorization: 'Bearer hunter22', 'x-team': 'loom' } });
    const to = encodeURIComponent(`${elsewhere}/steal`);
    await http({ url: `/redirect?to=${to}`, connection: 'api', headers: { Authorization: 'mine' } });
    expect(seen.at(-1)!.url).toBe('/steal');
    expect(seen.at(-1)!.headers).not.toHaveProperty('authorization');
    expect(seen.at(-1)!.headers).not.toHaveProperty('x-team');
    expect((await http({ url: `${elsewhere}/x`, connection: 'api' })).end.outcome).toMatchObject({
      error: { code: 'connection.host' },
    });
    expect((await http({ url: `${base}/x`, connection: 'nobody' })).end.outcome).toMatchObject({
      error: { code: 'connection.missing' },
    });
  });
});

describe('redirects', () => {
  it('turn a POST into a GET, but for 307 and 308', async () => {
    await http({ method: 'POST', url: `${base}/redirect?to=/x`, body: 'b' });
    expect(seen.at(-1)).toMatchObject({ method: 'GET', body: '' });
    await http({ method: 'POST', url: `${base}/redirect?to=/x&code=307`, body: 'b' });
    expect(seen.at(-1)).toMatchObject({ method: 'POST', body: 'b' });
  });

  it('are vetted like the first address, and end', async () => {
    const to = encodeURIComponent('http://169.254.169.254/latest/meta-data');
    expect((await http({ url: `${base}/redirect?to=${to}` })).end.outcome).toMatchObject({
      error: { code: 'http.address' },
      retry: 'never',
    });
    expect((await http({ url: `${base}/loop` })).end.outcome).toMatchObject({ error: { code: 'http' }, retry: 'never' });
  });

  it('of a name lead nowhere when it resolves to this machine', async () => {
    expect((await http({ url: 'http://localhost:1/x' })).end.outcome).toMatchObject({ error: { code: 'http.address' } });
    expect((await http({ url: 'http://[::1]:80/x' })).end.outcome).toMatchObject({ error: { code: 'http.address' } });
  });
});
