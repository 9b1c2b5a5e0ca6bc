/*
 * `npm run shots`: every page with real content in light and dark, at 1280×800, 1920×1080 and 390×844, into shots/
 * (not kept by git). Starts the built product on a data directory of its own and fills it first.
 *   npm run shots -- --only run-live,triggers   only these
 *   npm run shots -- --size 1280 --theme light  only so
 * What a page complains of in the browser's console is printed; a scene that cannot be made is named, and the exit code is 1.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { root } from './fingerprint.mjs';
import { fill } from './shots/fill.mjs';
import { startProduct } from './shots/product.mjs';
import { scenes } from './shots/scenes.mjs';

const { values } = parseArgs({
  options: { only: { type: 'string' }, size: { type: 'string' }, theme: { type: 'string' } },
});
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
].filter(({ width }) => !values.size || values.size.split('x')[0] === String(width));
const themes = ['light', 'dark'].filter((theme) => !values.theme || theme === values.theme);
if (!sizes.length || !themes.length) throw new Error('--size is 1280, 1920 or 390, --theme is light or dark.');
const only = values.only?.split(',');
const out = path.join(root, 'shots');
const say = (line) => process.stdout.write(`${line}\n`);
mkdirSync(out, { recursive: true });

const product = await startProduct();
let browser;
try {
  const executablePath = findBrowser();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = async () => {
    const made = await browser.newContext({ timezoneId: 'Europe/Berlin', viewport: sizes[0], reducedMotion: 'reduce' });
    made.setDefaultTimeout(15_000);
    return made;
  };
  const open = async (on) => {
    const page = await on.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) say(`  console, ${message.type()}: ${message.text()} (${page.url()})`);
    });
    page.on('pageerror', (error) => say(`  thrown: ${error.message} (${page.url()})`));
    return page;
  };

  /** One scene in every size; the theme changes under it. */
  async function shoot(page, { name, url, seen, act, before, after, wide }) {
    if (only && !only.includes(name)) return;
    for (const size of sizes) {
      if (wide && size.width < 800) continue;
      try {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: themes[0], reducedMotion: 'reduce' });
        await before?.(page);
        await page.goto(`${product.address}${url}`);
        await seen(page).first().waitFor();
        await page.evaluate(() => document.fonts.ready);
        await act?.(page);
        await page.waitForTimeout(400);
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.waitForTimeout(80);
          await page.screenshot({ path: path.join(out, `${name}-${size.width}-${colorScheme}.png`) });
        }
      } catch (error) {
        process.exitCode = 1;
        say(`  ${name} at ${size.width}: ${error.message.split('\n').slice(0, 6).join(' ')}`);
        await page.screenshot({ path: path.join(out, `${name}-${size.width}-stuck.png`) });
      } finally {
        await after?.(page);
      }
    }
    say(name);
  }

  const owner = await open(await context());
  await shoot(owner, { name: 'setup', url: product.setup, seen: (page) => page.getByLabel('E-mail') });
  await owner.goto(`${product.address}${product.setup}`);
  await owner.getByLabel('Name', { exact: true }).fill('Mara Lind');
  await owner.getByLabel('E-mail').fill('mara@example.com');
  await owner.getByLabel('Password', { exact: true }).fill('a-long-night-in-march');
  await owner.getByRole('button', { name: /create/i }).click();
  await owner.getByRole('heading', { name: 'Workflows' }).waitFor();
  await shoot(owner, { name: 'first-list', url: '/workflows', seen: (page) => page.getByText('Daily weather') });

  const stranger = await open(await context());
  await shoot(stranger, { name: 'sign-in', url: '/sign-in', seen: (page) => page.getByLabel('E-mail') });
  await stranger.close();

  const filled = await fill(owner, product);
  const page = await open(owner.context());
  for (const scene of scenes(filled)) await shoot(page, scene);
} finally {
  await browser?.close();
  await product.stop();
}
