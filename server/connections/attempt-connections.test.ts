import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Workbench } from '#server/engine/perform/testing/workbench.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import type { Vault } from '#server/secrets/vault.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { attemptConnections } from './attempt-connections.ts';
import { createConnection } from './create.ts';
import { updateConnection } from './update.ts';

const act = { by: null, at: 1_000 };
const secret = 'p@ss "word"/1\nsecond line';
/** Every form of trust.md R20 that a server may send back. */
const forms = [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(`x${secret}`).toString('base64'),
  'second line',
];

let house: FreshStore;
let vault: Vault;
let server: Server;
let url: string;
let bench: Workbench;
const asked: { url: string; headers: Record<string, unknown> }[] = [];

beforeAll(async () => {
  house = await freshStore();
  vault = await openVault(house.dataDir, house.store);
  server = createServer((request, response) => {
    asked.push({ url: request.url!, headers: request.headers });
    response.setHeader('content-type', 'application/json');
    if (request.url!.startsWith('/fail')) response.statusCode = 400;
    response.end(JSON.stringify({ forms, headers: request.headers, url: request.url }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await openBench();
});
afterAll(async () => {
  await bench.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await house.close();
});

/** A performer as an engine makes it at its start. */
async function openBench(): Promise<void> {
  await bench?.close();
  const { mask, connection, scope } = await attemptConnections(house.store, vault, (read) => read());
  bench = await Workbench.open({
    mask,
    connection,
    connectionScope: scope,
    network: { allow: [new URL(url).host], ownPorts: [] },
  });
}
const create = (name: string, type: string, settings: JsonObject) =>
  createConnection(house.store, vault, { name, type, settings }, act);
const shownBy = (told: unknown): string => JSON.stringify(told);

describe('a task with a connection', () => {
  it('sends its secret, and shows it nowhere: output, log, rendered config', async () => {
    await create('api', 'http', { url, auth: 'header', name: 'X-Key', key: 'k'.repeat(8) });
    await create('plain', 'http', { url, auth: 'basic', username: 'mara', password: secret });
    const api = await bench.run('http@1', { url: 'orders', connection: 'api' });
    expect([api.end.outcome, shownBy(api).includes('kkkkkkkk')]).toEqual([{ type: 'success' }, false]);
    const told = await bench.run('http@1', { url: 'orders', connection: 'plain' });
    expect(told.end.outcome).toEqual({ type: 'success' });
    expect(shownBy(told)).not.toMatch(/p@ss|second line/);
    for (const form of forms) expect(shownBy(told)).not.toContain(JSON.stringify(form).slice(1, -1));
    expect(told.rendered).toMatchObject({ connection: 'plain' });
    expect(asked[0]?.headers['x-key']).toBe('kkkkkkkk');
    const basic = Buffer.from(`mara:${secret}`).toString('base64');
    expect(asked[1]?.headers.authorization).toBe(`Basic ${basic}`);
  });

  it('shows it in no error', async () => {
    const told = await bench.run('http@1', { url: 'fail', connection: 'plain' });
    expect(told.end.outcome).toMatchObject({ type: 'failed', error: { code: 'http' } });
    expect(shownBy(told)).not.toMatch(/p@ss|second line/);
  });

  it('puts a key into the query, and the log names the address without it', async () => {
    await create('q', 'http', { url, auth: 'query', name: 'api_key', key: 'query-key-1' });
    const told = await bench.run('http@1', { url: 'orders?page=2', connection: 'q' });
    expect(asked.at(-1)?.url).toBe('/orders?page=2&api_key=query-key-1');
    expect(shownBy(told)).not.toContain('query-key-1');
  });

  it('learns of a secret that was made after the engine began, and keeps masking one that was replaced', async () => {
    const { id } = await create('late', 'http', { url, auth: 'bearer', token: 'first-token' });
    await bench.run('http@1', { url: 'a', connection: 'late' });
    await updateConnection(
      house.store,
      vault,
      { id, revision: 1, name: 'late', settings: { url, auth: 'bearer', token: 'second-token' } },
      act,
    );
    await bench.run('http@1', { url: 'a', connection: 'late' });
    const told = await bench.run('shell@1', { command: 'echo first-token second-token', output: 'lastLine' });
    expect(told.end.output).toBe('*** ***');
    expect(bench.text([...bench.told.keys()].at(-1)!, 'out')).toBe('*** ***\n');
  });

  it('is masked from the first moment of an engine: a program of the one before may print what it was given', async () => {
    await openBench();
    const told = await bench.run('shell@1', { command: 'echo second-token', output: 'lastLine' });
    expect(told.end.output).toBe('***');
  });

  it('fails with a code when there is none, one of another type, or one that cannot be opened', async () => {
    await create('mail', 'smtp', { host: 'mail.example.com', from: 'a@example.com' });
    const codeOf = async (connection: string) => {
      const { end } = await bench.run('http@1', { url: 'x', connection });
      return end.outcome.type === 'failed' ? [end.outcome.error.code, end.outcome.retry] : end.outcome;
    };
    expect(await codeOf('nobody')).toEqual(['connection.missing', 'never']);
    expect(await codeOf('mail')).toEqual(['connection.type', 'never']);
    const row = (await house.store.connections.byName('api'))!;
    await house.store.connections.update(row.id, row.revision, { ...row, host: 'http://evil.example.com' }, 2);
    expect(await codeOf('api')).toEqual(['secret.sealed', 'never']);
  });
});

describe('conn', () => {
  it('has settings in templates and conditions, and no secret', async () => {
    const told = await bench.run('shell@1', {
      command: 'echo "$ALL"',
      environment: { ALL: '{{ conn.late.url }} {{ conn.late | tojson }}' },
      output: 'lastLine',
    });
    expect(String(told.end.output)).toContain(`${url} {`);
    expect(String(told.end.output)).not.toMatch(/token"|second-token|sealed/);
    const branch = await bench.run('branch@1', { cases: [{ port: 'http', when: `conn.late.type == 'http'` }] });
    expect(branch.end.outcome).toMatchObject({ type: 'success', ports: ['http'] });
  });
});
