import { mkdirSync } from 'node:fs';
import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { buildPrograms } from '#server/spawner/testing/start-spawner.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import { startPostgres, type TestPostgres } from '#server/store/testing/postgres.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { createConnection } from './create.ts';
import { runProbe } from './run-probe.ts';
import { testConnection, type TestPlace } from './test.ts';

let house: FreshStore;
let place: TestPlace;
let postgres: TestPostgres;
let http: HttpServer;
let smtp: Server;
let silent: Server;
const asked: { method: string | undefined; authorization: string | undefined }[] = [];
const act = { by: null, at: 5_000 };
const listen = (server: Server | HttpServer) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
let ports: { http: number; smtp: number; silent: number };

beforeAll(async () => {
  house = await freshStore();
  mkdirSync(path.join(house.dataDir, 'files'));
  const started = await startPostgres();
  if (!started) throw new Error('These tests need a PostgreSQL.');
  postgres = started;
  http = createHttp((request, response) => {
    const { authorization } = request.headers;
    asked.push({ method: request.method, authorization });
    response.writeHead(authorization === 'Bearer good-token' || request.method === 'OPTIONS' ? 204 : 401).end();
  });
  smtp = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (/^EHLO/i.test(line)) socket.write('250-test\r\n250 AUTH PLAIN\r\n');
      else if (/^AUTH PLAIN/i.test(line))
        socket.write(
          line.includes(Buffer.from('\0mara\0good-pass').toString('base64')) ? '235 ok\r\n' : `535 no ${line.trim()}\r\n`,
        );
      else socket.write('250 ok\r\n');
    });
  });
  silent = createServer((socket) => socket.on('error', () => {}));
  ports = { http: await listen(http), smtp: await listen(smtp), silent: await listen(silent) };
  const folder = await buildPrograms();
  const program = path.join(folder, 'try-connection-worker.js');
  await build({
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    entryPoints: { 'try-connection-worker': 'server/connections/try-connection.worker.ts' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outdir: folder,
    logLevel: 'error',
    plugins: [
      {
        name: 'own',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^#/ }, ({ path: name }) => ({ path: path.resolve(import.meta.dirname, '../..', name.slice(1)) }));
        },
      },
    ],
  });
  place = {
    store: house.store,
    vault: await openVault(house.dataDir, house.store),
    dataDir: house.dataDir,
    network: { allow: [`127.0.0.1:${ports.http}`], ownPorts: [] },
    program,
  };
});
afterAll(async () => {
  http.closeAllConnections();
  for (const server of [http, smtp, silent]) server.close();
  await postgres.stop();
  await house.close();
});

const tryForm = (type: string, settings: JsonObject) => testConnection(place, { type, settings }, act);

describe('trying a connection', () => {
  it('signs in to PostgreSQL, and says why it cannot', async () => {
    const url = new URL(await postgres.freshDatabase());
    const settings = {
      host: url.hostname || '127.0.0.1',
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: decodeURIComponent(url.username),
      ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    };
    expect(await tryForm('postgres', settings)).toMatchObject({ ok: true, message: expect.stringMatching(/^PostgreSQL \d+/) });
    const missing = await tryForm('postgres', { ...settings, database: 'nowhere' });
    expect(missing).toMatchObject({ ok: false, message: expect.stringContaining('nowhere') });
    const refused = await tryForm('postgres', { ...settings, port: 1 });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('nothing listens there') });
  });

  it('opens files, and makes none', async () => {
    new Database(path.join(house.dataDir, 'files/shop.sqlite')).exec('create table a(x); create table b(x)').close();
    expect(await tryForm('sqlite', { file: 'shop.sqlite' })).toMatchObject({ ok: true, message: 'It can be read: 2 tables.' });
    expect(await tryForm('sqlite', { file: 'none.sqlite' })).toMatchObject({ ok: false });
    expect(await tryForm('sqlite', { file: '../drawloom.db' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('files'),
    });
    expect(await tryForm('duckdb', { file: 'none.duckdb' })).toMatchObject({ ok: false });
    expect(await tryForm('duckdb', { file: 'shop.sqlite' })).toMatchObject({ ok: false });
  });

  it('asks a server with its sign-in, and only one that may be reached', async () => {
    const url = `http://127.0.0.1:${ports.http}/`;
    expect(await tryForm('http', { url, auth: 'bearer', token: 'good-token' })).toMatchObject({ ok: true });
    expect(await tryForm('http', { url, auth: 'bearer', token: 'wrong-token' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('401'),
    });
    expect(await tryForm('webhook', { url: `${url}hook/secret-part` })).toMatchObject({ ok: true });
    expect(asked.at(-1)?.method).toBe('OPTIONS');
    const special = await tryForm('http', { url: `http://127.0.0.1:${ports.silent}/` });
    expect(special).toMatchObject({ ok: false, message: expect.stringContaining('DRAWLOOM_HTTP_ALLOW') });
  });

  it('signs in to a mail server; what the server repeats of the secret is masked', async () => {
    const settings = { host: '127.0.0.1', port: ports.smtp, security: 'none', from: 'a@example.com', username: 'mara' };
    expect(await tryForm('smtp', { ...settings, password: 'good-pass' })).toMatchObject({ ok: true });
    const refused = await tryForm('smtp', { ...settings, password: 'wrong-pass' });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('not accepted') });
    expect(refused.message).not.toContain(Buffer.from('\0mara\0wrong-pass').toString('base64'));
  });

  it('is ended when nobody answers', async () => {
    const connection = { type: 'smtp', host: '127.0.0.1', port: ports.silent, secure: false };
    const answer = await runProbe(place.program, { connection, network: place.network }, 1_500);
    expect(answer).toEqual({ ok: false, message: 'It did not answer within 2 s.' });
    expect((await runProbe('/nowhere.js', { connection, network: place.network })).ok).toBe(false);
  });

  it('keeps the answer with the connection, and sends what is kept to no other host', async () => {
    const url = `http://127.0.0.1:${ports.http}/`;
    const settings = { url, auth: 'bearer', token: 'good-token' };
    const { id } = await createConnection(house.store, place.vault, { name: 'api', type: 'http', settings }, act);
    expect(await testConnection(place, { id }, act)).toMatchObject({ ok: true, at: 5_000 });
    expect((await house.store.connections.get(id))?.lastTest).toMatchObject({ ok: true, at: 5_000 });
    const form = { url: `${url}v2/`, auth: 'bearer' };
    expect(await testConnection(place, { type: 'http', settings: form, changes: id }, act)).toMatchObject({ ok: true });
    const before = asked.length;
    await testConnection(
      place,
      { type: 'http', settings: { ...form, url: url.replace('127.0.0.1', 'localhost') }, changes: id },
      act,
    );
    for (const { authorization } of asked.slice(before)) expect(authorization).toBeUndefined();
  });
});
