import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#server/boot/config.ts';
import { makeSetupToken } from '#server/boot/setup-token.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { createAuth, type Auth } from './create-auth.ts';
import { createOwner } from './create-owner.ts';
import { ownerExists } from './owner-exists.ts';
import { personOf } from './person-of.ts';
import { readOrMakeSecret } from './secret.ts';
import { authPaths, serveAuth } from './serve-auth.ts';
import { setTimezone } from './set-timezone.ts';

const owner = { name: 'Mara Lind', email: 'Mara@Example.com', password: 'a-long-night-in-march' };
let fresh: FreshStore;
let auth: Auth;
const config = () => loadConfig({ DRAWLOOM_DATA: fresh.dataDir, DRAWLOOM_PORT: '43600' });
const withCookies = (cookies: string[]) => new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
const post = (where: string, body: unknown, headers: Record<string, string> = {}) =>
  serveAuth(
    { auth, config: config() },
    new Request(`http://127.0.0.1:43600/api/auth${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:43600', ...headers },
      body: JSON.stringify(body),
    }),
  );

beforeAll(async () => {
  fresh = await freshStore();
  auth = await createAuth(config(), fresh.store);
});
afterAll(() => fresh.close());

describe('the first owner', () => {
  it('is made only with the newest printed token, once, and is signed in', async () => {
    const web = { auth, store: fresh.store };
    expect(await ownerExists(auth)).toBe(false);
    await expect(createOwner(web, { ...owner, token: 'guess' }, new Headers())).rejects.toMatchObject({
      code: 'owner.token',
      status: 403,
    });
    const old = await makeSetupToken(fresh.store);
    const token = await makeSetupToken(fresh.store);
    await expect(createOwner(web, { ...owner, token: old }, new Headers())).rejects.toMatchObject({ code: 'owner.token' });
    await expect(createOwner(web, { ...owner, password: 'mara@example.com', token }, new Headers())).rejects.toMatchObject({
      code: 'owner.password',
    });
    expect(await ownerExists(auth)).toBe(false);

    const [first, second] = await Promise.allSettled([
      createOwner(web, { ...owner, token }, new Headers()),
      createOwner(web, { ...owner, email: 'second@example.com', token }, new Headers()),
    ]);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'owner.exists', status: 409 } });
    if (first.status === 'rejected') throw first.reason;
    expect(first.value.some((cookie) => /httponly/i.test(cookie) && /samesite=lax/i.test(cookie))).toBe(true);
    const person = await personOf(auth, withCookies(first.value));
    expect(person).toMatchObject({ name: 'Mara Lind', email: 'mara@example.com', role: 'admin', timezone: null });
    expect(await ownerExists(auth)).toBe(true);
  });

  it('keeps its password as Argon2id, and nothing else of it', async () => {
    const { adapter } = await auth.core.$context;
    const [account] = await adapter.findMany<{ password: string }>({ model: 'account' });
    expect(account?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('sessions', () => {
  const signIn = async () => {
    const answer = await post('/sign-in/email', { email: 'mara@example.com', password: owner.password });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie();
  };

  it('are refused with a wrong password, and from another site', async () => {
    expect((await post('/sign-in/email', { email: 'mara@example.com', password: 'something-else' })).status).toBe(401);
    await expect(
      post('/sign-in/email', { email: 'mara@example.com', password: owner.password }, { origin: 'https://evil.example' }),
    ).rejects.toMatchObject({ code: 'request.origin' });
  });

  it('are slowed down for an account that is guessed at, from wherever', async () => {
    let address = 0;
    const guess = () =>
      post(
        '/sign-in/email',
        { email: 'guessed@example.com', password: 'something-else' },
        { 'x-forwarded-for': `10.0.0.${++address}` },
      );
    const answers = [];
    for (let n = 0; n < 20; n++) answers.push((await guess()).status);
    expect(new Set(answers)).toEqual(new Set([401]));
    const last = await guess().catch((error: unknown) => error);
    expect(last).toMatchObject({ code: 'auth.too-many', status: 429 });
  });

  it('have only the routes that are written down: nobody signs up, or changes who they are', async () => {
    const { api } = auth.core as unknown as { api: Record<string, { path?: string; options?: { method?: string | string[] } }> };
    const known = Object.values(api).flatMap(({ path: place }) => (place ? [place] : []));
    for (const place of Object.keys(authPaths)) expect(known).toContain(place);
    const others = known.filter((place) => !Object.hasOwn(authPaths, place));
    expect(others).toContain('/sign-up/email');
    const headers = { cookie: withCookies(await signIn()).get('cookie') ?? '' };
    for (const place of [...others, '/sign-out/', '/SIGN-OUT', '/sign-out%2f', '/constructor', '']) {
      const refused = await post(
        place,
        { name: 'Eve', email: 'eve@example.com', password: 'a-long-password', role: 'admin' },
        headers,
      ).then(
        () => null,
        (error: unknown) => error,
      );
      expect([place, refused]).toEqual([place, expect.objectContaining({ code: 'request.not-found', status: 404 })]);
    }
    const { adapter } = await auth.core.$context;
    expect(await adapter.count({ model: 'user' })).toBe(1);
  });

  it('end at once everywhere, open streams included', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const person = await personOf(auth, withCookies(one));
    const other = await personOf(auth, withCookies(two));
    const ended: string[] = [];
    auth.ends.watch(person!.sessionId, () => ended.push('one'));
    auth.ends.watch(other!.sessionId, () => ended.push('two'));
    expect((await post('/sign-out', {}, { cookie: withCookies(one).get('cookie') ?? '' })).status).toBe(200);
    expect(ended).toEqual(['one']);
    expect(await personOf(auth, withCookies(one))).toBeNull();
    expect(await personOf(auth, withCookies(two))).not.toBeNull();
  });

  it('mean nothing when the cookie was changed', async () => {
    const cookie = withCookies(await signIn()).get('cookie') ?? '';
    expect(await personOf(auth, new Headers({ cookie: cookie.replace(/.{3}$/, 'xyz') }))).toBeNull();
  });

  it('know the zone of the person; an unknown zone is refused', async () => {
    const headers = withCookies(await signIn());
    const person = (await personOf(auth, headers))!;
    await expect(setTimezone(auth, person, 'Europe/Atlantis')).rejects.toMatchObject({ code: 'timezone.unknown' });
    await setTimezone(auth, person, 'Europe/Zurich');
    expect(await personOf(auth, headers)).toMatchObject({ timezone: 'Europe/Zurich' });
  });
});

describe('the secret', () => {
  it('is made once, for nobody else to read, and never anew over accounts', () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'drawloom-secret-'));
    const file = path.join(dataDir, 'auth.secret');
    expect(() => readOrMakeSecret(dataDir, true)).toThrowError(expect.objectContaining({ code: 'auth.secret-missing' }) as Error);
    const secret = readOrMakeSecret(dataDir, false);
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readOrMakeSecret(dataDir, true)).toBe(secret);
    expect(readFileSync(file, 'utf8').trim()).toBe(secret);
    writeFileSync(file, 'short\n');
    expect(() => readOrMakeSecret(dataDir, true)).toThrowError(expect.objectContaining({ code: 'auth.secret-broken' }) as Error);
    rmSync(dataDir, { recursive: true });
  });
});
