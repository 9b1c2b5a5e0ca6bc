import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAuth } from '#server/auth/create-auth.ts';
import { createOwner } from '#server/auth/create-owner.ts';
import { loadConfig } from '#server/boot/config.ts';
import { makeSetupToken } from '#server/boot/setup-token.ts';
import type { WebProcess } from '#server/boot/web.ts';
import { connectEngine } from '#server/engine/client.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { handleMetrics } from './handle-metrics.ts';

/** Where the pages' process keeps its open parts (server/boot/web.ts). */
const house = globalThis as { drawloomWeb?: Promise<unknown> };
const token = 'a-token-for-prometheus';
let fresh: FreshStore;
let cookie: string;
let userRole: (role: string) => Promise<void>;

beforeAll(async () => {
  fresh = await freshStore();
  const config = loadConfig({ DRAWLOOM_DATA: fresh.dataDir, DRAWLOOM_PORT: '41950', DRAWLOOM_METRICS_TOKEN: token });
  const auth = await createAuth(config, fresh.store);
  // No engine runs on this folder: it is asked, and does not answer.
  const engine = connectEngine(fresh.dataDir);
  const parts: Pick<WebProcess, 'config' | 'store' | 'auth' | 'engine'> = { config, store: fresh.store, auth, engine };
  house.drawloomWeb = Promise.resolve(parts);
  const account = { name: 'Mara Lind', email: 'mara@example.com', password: 'a-long-night-in-march' };
  const cookies = await createOwner(parts, { ...account, token: await makeSetupToken(fresh.store) }, new Headers());
  cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  const { internalAdapter } = await auth.core.$context;
  const user = await internalAdapter.findUserByEmail(account.email);
  userRole = async (role) => void (await internalAdapter.updateUser(user!.user.id, { role }));
});
afterAll(async () => {
  delete house.drawloomWeb;
  await fresh.close();
});

const ask = async (headers: Record<string, string>) => {
  const answer = await handleMetrics(new Request('http://127.0.0.1:41950/api/metrics', { headers }));
  return { status: answer.status, text: await answer.text() };
};

it('refuses whoever brings neither the token nor a session, and tells them nothing', async () => {
  for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: token }, { authorization: `Bearer ${token}x` }]) {
    const { status, text } = await ask(headers as Record<string, string>);
    expect([status, text]).toEqual([401, expect.stringContaining('auth.required')]);
    expect(text).not.toContain('drawloom_');
  }
});

it('answers the token, also while the engine is away', async () => {
  const { status, text } = await ask({ authorization: `Bearer ${token}` });
  expect(status).toBe(200);
  expect(text).toContain('drawloom_engine_up 0');
  expect(text).toMatch(/^drawloom_web_resident_memory_bytes \d{7,}$/m);
});

it('answers a signed-in admin, and no other role', async () => {
  expect((await ask({ cookie })).status).toBe(200);
  await userRole('editor');
  const { status, text } = await ask({ cookie });
  expect([status, text]).toEqual([403, expect.stringContaining('auth.forbidden')]);
  await userRole('admin');
});
