/*
 * `npm run shots`: every page with real content in light and dark, at 1280×800, 1920×1080 and 390×844, into shots/
 * (not kept by git). Starts the built product on a data directory of its own and runs the examples first.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { root } from './fingerprint.mjs';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
];
const out = path.join(root, 'shots');
const say = (line) => process.stdout.write(`${line}\n`);
mkdirSync(out, { recursive: true });
mkdirSync(path.join(root, '.drawloom'), { recursive: true });
const dataDir = mkdtempSync(path.join(root, '.drawloom/shots-'));
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const taken = probe.address().port;
    probe.close(() => resolve(taken));
  });
});
const address = `http://127.0.0.1:${port}`;
let printed = '';
const launcher = spawn(process.execPath, [path.join(root, 'dist/launcher.js')], {
  env: { ...process.env, NODE_ENV: 'production', DRAWLOOM_DATA: dataDir, DRAWLOOM_PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ready = new Promise((resolve, reject) => {
  launcher.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${printed}`)));
  launcher.stdout.on('data', (bytes) => {
    printed += bytes;
    if (printed.includes('ready at')) resolve();
  });
});
const executablePath = findBrowser();
let browser;
try {
  await ready;
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({ timezoneId: 'Europe/Berlin', viewport: sizes[0] });
  let page = await context.newPage();

  /** One page in every theme and size; `ready` is what must be seen first. */
  async function shoot(name, url, seen) {
    for (const colorScheme of ['light', 'dark'])
      for (const size of sizes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize(size);
        await page.goto(`${address}${url}`);
        await seen().first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        await page.waitForLoadState('networkidle').catch(() => {});
        await page.screenshot({ path: path.join(out, `${name}-${size.width}-${colorScheme}.png`) });
      }
    say(name);
  }

  const setup = /\/setup\?token=\S+/.exec(printed)[0];
  await shoot('setup', setup, () => page.getByLabel('E-mail'));
  await page.setViewportSize(sizes[0]);
  await page.getByLabel('Name', { exact: true }).fill('Mara Lind');
  await page.getByLabel('E-mail').fill('mara@example.com');
  await page.getByLabel('Password', { exact: true }).fill('a-long-night-in-march');
  await page.getByRole('button', { name: /create/i }).click();
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();

  const runs = {};
  for (const id of ['daily-weather', 'cities-fan-in', 'flaky-delivery']) {
    await page.goto(`${address}/workflows/${id}`);
    await page.getByRole('button', { name: 'Run draft', exact: true }).click();
    await page.waitForURL(/\/runs\/\w+/);
    runs[id] = new URL(page.url()).pathname;
    // The last one is still under way when the pictures of it are taken.
    if (id !== 'flaky-delivery')
      await page
        .getByText(/^(Success|Succeeded|Failed)$/i)
        .first()
        .waitFor({ timeout: 120_000 });
  }
  const box = () => page.locator('[data-task], canvas');
  await shoot('run-live', runs['flaky-delivery'], box);
  await shoot('run', runs['daily-weather'], box);
  await shoot('run-fan-in', runs['cities-fan-in'], box);
  await shoot('workflows', '/workflows', () => page.getByText('Daily weather'));
  await shoot('runs', '/runs', () => page.getByText('Daily weather'));
  for (const tab of ['', '/triggers', '/runs', '/grid', '/versions'])
    await shoot(`workflow${tab.replace('/', '-')}`, `/workflows/daily-weather${tab}`, () => page.getByText('Daily weather'));
  for (const section of ['pools', 'breakers', 'connections', 'health'])
    await shoot(section, `/${section}`, () => page.getByRole('heading', { level: 1 }));
  page = await (await browser.newContext({ timezoneId: 'Europe/Berlin' })).newPage();
  await shoot('sign-in', '/sign-in', () => page.getByLabel('E-mail'));
} finally {
  await browser?.close();
  launcher.removeAllListeners('exit');
  const ended = new Promise((resolve) => launcher.once('exit', resolve));
  if (launcher.exitCode === null) {
    launcher.kill('SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
