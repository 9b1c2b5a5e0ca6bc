import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const owner = { name: 'Mara Lind', email: 'mara@example.com', password: 'a-long-night-in-march' };

/** The product as a person starts it: `npm start` on a data directory of its own. */
export class Product {
  private launcher: ChildProcess | null = null;
  private output = '';
  address = '';
  setupAddress = '';

  constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {}

  /** Starts it and waits until the address is printed and answers. */
  async start(): Promise<void> {
    this.output = '';
    const launcher = spawn(process.execPath, ['dist/launcher.js'], {
      env: { ...process.env, NODE_ENV: 'production', DRAWLOOM_DATA: this.dataDir, DRAWLOOM_PORT: String(this.port), DRAWLOOM_GRACE_SEC: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.launcher = launcher;
    launcher.stdout?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    launcher.stderr?.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    await expect
      .poll(
        async () => {
          if (launcher.exitCode !== null) throw new Error(`the product ended with ${launcher.exitCode}:\n${this.output}`);
          const live = await fetch(`http://127.0.0.1:${this.port}/api/health/ready`).catch(() => null);
          return live?.status === 200 && /http:\/\/127\.0\.0\.1:\d+/.test(this.output);
        },
        { timeout: 60_000, intervals: [100] },
      )
      .toBe(true);
    this.address = `http://127.0.0.1:${this.port}`;
    this.setupAddress = /http:\/\/\S+\/setup\?token=\S+/.exec(this.output)?.[0] ?? '';
  }

  /** What it has printed so far. */
  printed(): string {
    return this.output;
  }

  /** Process id of the engine, from the file it leaves in the data directory. */
  enginePid(): number {
    return (JSON.parse(readFileSync(path.join(this.dataDir, 'engine.json'), 'utf8')) as { pid: number }).pid;
  }

  /** Ends it as Ctrl+C does. */
  async stop(): Promise<void> {
    const launcher = this.launcher;
    if (!launcher || launcher.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
    launcher.kill('SIGTERM');
    await ended;
    this.launcher = null;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Makes the owner account through the setup page, as the first person does. */
export async function becomeOwner(page: Page, product: Product): Promise<void> {
  await page.goto(product.setupAddress);
  await page.getByLabel('Name', { exact: true }).fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: /create/i }).click();
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
}

/**
 * `product`: one for all tests of a file, started once. `page`: signed in as the owner, and a test fails when the
 * browser's console showed an error that the test did not expect.
 */
export const test = base.extend<{ signedIn: Page }, { product: Product }>({
  product: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern
    async ({}, use) => {
      const dataDir = mkdtempSync(path.join(os.tmpdir(), 'drawloom-e2e-'));
      const product = new Product(dataDir, await freePort());
      await product.start();
      await use(product);
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  signedIn: async ({ page, product }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    if (product.setupAddress && !(await ownerExists(product))) await becomeOwner(page, product);
    else await signIn(page, product);
    await use(page);
    expect(complaints, 'errors in the browser console').toEqual([]);
  },
});

async function ownerExists(product: Product): Promise<boolean> {
  const answer = await fetch(`${product.address}/api/trpc/session.me`);
  const body = (await answer.json()) as { result: { data: { ownerExists: boolean } } };
  return body.result.data.ownerExists;
}

/** Signs in through the sign-in page. */
export async function signIn(page: Page, product: Product): Promise<void> {
  await page.goto(`${product.address}/sign-in`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Workflows' })).toBeVisible();
}

export { expect } from '@playwright/test';
