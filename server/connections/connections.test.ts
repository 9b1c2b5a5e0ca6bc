import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { catalog } from '#operators/catalog.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import type { Vault } from '#server/secrets/vault.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { createConnection } from './create.ts';
import { getConnection } from './get.ts';
import { listConnections } from './list.ts';
import { removeConnection } from './remove.ts';
import { resolveConnection } from './resolve-connection.ts';
import { updateConnection } from './update.ts';

let house: FreshStore;
let vault: Vault;
let n = 0;
const act = { by: 'mara', at: 1_000 };
beforeAll(async () => {
  house = await freshStore();
  vault = await openVault(house.dataDir, house.store);
});
afterAll(() => house.close());

const create = (type: string, settings: JsonObject, name = `c${++n}`) =>
  createConnection(house.store, vault, { name, type, settings }, act).then(({ id }) => ({ id, name }));
const update = async (id: string, settings: JsonObject, more: { name?: string; revision?: number } = {}) => {
  const { name, revision } = await getConnection(house.store, catalog, id);
  return updateConnection(house.store, vault, { id, name, revision, settings, ...more }, act);
};
const resolve = async (id: string) => resolveConnection((await house.store.connections.get(id))!, vault);
const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'nothing was thrown';
};
const http = { url: 'https://api.example.com/v1/', auth: 'bearer', token: 'tok-123456' };
const database = { host: 'db.example.com', database: 'shop', user: 'reader', password: 'p@ss/w:rd' };

describe('a secret', () => {
  it('leaves in no answer and stands nowhere in the row', async () => {
    const { id } = await create('http', http);
    const answers = [await listConnections(house.store, catalog), await getConnection(house.store, catalog, id)];
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/tok-123456|drawloom-sealed/);
    expect(await getConnection(house.store, catalog, id)).toMatchObject({
      hasSecret: { token: true },
      settings: { url: http.url, auth: 'bearer' },
      host: 'https://api.example.com',
    });
    const row = (await house.store.connections.get(id))!;
    expect(JSON.stringify(row)).not.toContain('tok-123456');
    expect((await resolve(id)).connection).toMatchObject({ url: http.url, token: 'tok-123456', type: 'http' });
  });

  it('stays when the form leaves it empty, and is replaced when it is typed', async () => {
    const { id } = await create('http', http);
    expect(await update(id, { url: 'https://api.example.com/v2/', auth: 'bearer', token: '' })).toEqual({ secretVoided: false });
    expect((await resolve(id)).connection).toMatchObject({ url: 'https://api.example.com/v2/', token: 'tok-123456' });
    await update(id, { ...http, token: 'another' });
    expect((await resolve(id)).connection.token).toBe('another');
  });

  it.each([
    ['another host', 'https://evil.example.com/'],
    ['another port', 'https://api.example.com:8443/'],
    ['no encryption', 'http://api.example.com/'],
  ])('is void for %s', async (_, url) => {
    const { id } = await create('http', http);
    expect(await update(id, { url, auth: 'bearer' })).toEqual({ secretVoided: true });
    expect(await getConnection(house.store, catalog, id)).toMatchObject({ hasSecret: {} });
    expect(JSON.stringify(await resolve(id))).not.toContain('tok-123456');
    // Nor does it come back with the host it belonged to.
    await update(id, { url: http.url, auth: 'bearer' });
    expect(JSON.stringify(await resolve(id))).not.toContain('tok-123456');
  });

  it('that was put beside another host in the database cannot be opened', async () => {
    const { id } = await create('http', http);
    const row = (await house.store.connections.get(id))!;
    await house.store.connections.update(
      id,
      row.revision,
      { ...row, settings: { ...row.settings, url: 'https://evil.example.com/' }, host: 'https://evil.example.com' },
      2,
    );
    expect(await codeOf(resolve(id))).toBe('secret.sealed');
  });

  it('of a sign-in that is not chosen is not kept', async () => {
    const { id } = await create('http', http);
    await update(id, { url: http.url, auth: 'none' });
    expect(await getConnection(house.store, catalog, id)).toMatchObject({ hasSecret: {} });
    const smtp = await create('smtp', { host: 'mail.example.com', from: 'a@example.com', password: 'unused' });
    expect(await getConnection(house.store, catalog, smtp.id)).toMatchObject({
      hasSecret: {},
      host: 'smtp://mail.example.com:587',
    });
  });

  it('of a webhook is its address: only the host is shown', async () => {
    const { id } = await create('webhook', { url: 'https://hooks.example.com/services/T0/B1/xyz' });
    const seen = await getConnection(house.store, catalog, id);
    expect(seen).toMatchObject({ settings: {}, host: 'https://hooks.example.com', hasSecret: { url: true } });
    expect(await update(id, {})).toEqual({ secretVoided: false });
    expect((await resolve(id)).connection.url).toBe('https://hooks.example.com/services/T0/B1/xyz');
    await update(id, { url: 'https://other.example.com/hook' });
    expect(await getConnection(house.store, catalog, id)).toMatchObject({ host: 'https://other.example.com' });
  });
});

describe('what an operator gets', () => {
  it('of PostgreSQL is an address whose parts are written safely', async () => {
    const { id } = await create('postgres', { ...database, host: '[2001:DB8::1]', port: 5433, tls: 'verify-full' });
    const { connection, secrets } = await resolve(id);
    const url = new URL(String(connection.url));
    expect([url.host, url.pathname, url.search]).toEqual(['[2001:db8::1]:5433', '/shop', '?sslmode=verify-full']);
    expect(decodeURIComponent(url.password)).toBe(database.password);
    expect(secrets).toContain(database.password);
  });

  it('of HTTP is the sign-in that was chosen, and everything that tells it is masked', async () => {
    const basic = await create('http', { url: http.url, auth: 'basic', username: 'mara', password: 'hunter22' });
    const { connection, secrets } = await resolve(basic.id);
    expect(connection).toMatchObject({ username: 'mara', password: 'hunter22' });
    expect(secrets).toEqual(['hunter22', Buffer.from('mara:hunter22').toString('base64')]);
    const header = await create('http', { url: http.url, auth: 'header', name: 'X-Key', key: 'k-9999' });
    expect((await resolve(header.id)).connection).toMatchObject({ headers: { 'X-Key': 'k-9999' } });
    const query = await create('http', { url: http.url, auth: 'query', name: 'api_key', key: 'k-9999' });
    expect((await resolve(query.id)).connection).toMatchObject({ query: { api_key: 'k-9999' } });
  });

  it('of SMTP says how it is encrypted', async () => {
    const smtp = { host: 'mail.example.com', from: 'a@example.com' };
    const kinds = await Promise.all(['starttls', 'tls', 'none'].map((security) => create('smtp', { ...smtp, security })));
    const found = await Promise.all(kinds.map(({ id }) => resolve(id)));
    expect(found.map(({ connection: c }) => [c.port, c.secure, c.requireTLS, c.ignoreTLS])).toEqual([
      [587, false, true, false],
      [465, true, false, false],
      [587, false, false, true],
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['postgres', { ...database, host: 'db example' }, '/host'],
    ['postgres', { ...database, port: 70_000 }, '/port'],
    ['postgres', { ...database, extra: 1 }, '/extra'],
    ['http', { ...http, url: 'ftp://example.com' }, '/url'],
    ['http', { ...http, url: 'https://user:pw@example.com/' }, '/url'],
    ['http', { ...http, url: 'https://[zz]/' }, '/url'],
    ['http', { ...http, name: 'a b' }, '/name'],
    ['webhook', { url: 'hunter22 is no address' }, '/url'],
    ['sqlite', { file: '' }, '/file'],
    ['smtp', { host: 'mail.example.com' }, '/from'],
  ])('%s is refused beside its field, without its secret', async (type, settings, pointer) => {
    const refusal = await create(type, settings).then(
      () => null,
      (error: unknown) => error as { code: string; message: string; details: { problems: { pointer: string }[] } },
    );
    expect(refusal?.code).toBe('connection.settings');
    expect(refusal?.details.problems[0]?.pointer).toBe(pointer);
    expect(JSON.stringify([refusal?.message, refusal?.details])).not.toMatch(/hunter22|tok-123456|p@ss/);
  });

  it('has codes for what is not there, taken or changed meanwhile', async () => {
    const { id, name } = await create('http', http);
    expect(await codeOf(create('ldap', {}))).toBe('connection.type');
    expect(await codeOf(create('http', http, name))).toBe('connection.exists');
    const other = await create('http', http);
    expect(await codeOf(update(other.id, http, { name }))).toBe('connection.exists');
    expect(await codeOf(update(id, http, { revision: 7 }))).toBe('connection.conflict');
    await removeConnection(house.store, id);
    expect(await codeOf(removeConnection(house.store, id))).toBe('connection.unknown');
    expect(await codeOf(getConnection(house.store, catalog, id))).toBe('connection.unknown');
  });
});

describe('used by', () => {
  beforeEach(async () => {
    const task = (id: string, operator: string, config: JsonObject) => ({ id, operator, config });
    await house.store.workflows.create(
      { id: 'w', project: '', name: 'Orders', tags: [], createdBy: null },
      {
        format: 'drawloom/workflow@1',
        id: 'w',
        name: 'Orders',
        settings: { alerts: [{ on: ['failed'], connection: 'shop' }, { on: ['late'], connection: 'shop' }, { on: [] }] },
        triggers: [],
        edges: [],
        tasks: [
          task('a', 'http@1', { url: 'x', connection: 'shop' }),
          task('b', 'sql@1', { database: 'postgres', query: 'select 1', connection: 'shop' }),
          task('c', 'http@1', { url: 'x', connection: '{{ params.shop }}' }),
          task('d', 'shell@1', { command: 'echo shop' }),
        ],
      } as never,
      1,
    );
  });

  it('names the tasks and the alerts of each draft that say its name', async () => {
    const { id } = await create('http', http, 'shop');
    expect((await getConnection(house.store, catalog, id)).usedBy).toEqual([
      { workflowId: 'w', name: 'Orders', places: ['a', 'b', 'its alerts'] },
    ]);
    await house.store.workflows.remove('w', 2);
    expect((await getConnection(house.store, catalog, id)).usedBy).toEqual([]);
  });
});
