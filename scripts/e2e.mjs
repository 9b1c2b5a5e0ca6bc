/*
 * `npm run e2e -- [--postgres] [what Playwright takes]`: the journeys, on SQLite or, with a PostgreSQL started for them, on
 * that. `npm test` runs them on SQLite.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { root } from './fingerprint.mjs';

/** More than there are journeys with a start of their own; each start takes one. */
const databases = 40;
const args = process.argv.slice(2);
const env = { ...process.env };
const browser = findBrowser();
if (browser) env.CHROMIUM ??= browser;
let close = async () => {};

if (args.includes('--postgres')) {
  const { tsImport } = await import('tsx/esm/api');
  const { startPostgres } = await tsImport('../server/store/testing/postgres.ts', import.meta.url);
  const postgres = await startPostgres();
  if (!postgres) {
    process.stderr.write('e2e.postgres: No PostgreSQL was found. Install it or set DATABASE_URL_TEST.\n');
    process.exit(1);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'drawloom-e2e-databases-'));
  for (let n = 0; n < databases; n++) writeFileSync(path.join(folder, String(n)), await postgres.freshDatabase());
  env.DRAWLOOM_E2E_DATABASES = folder;
  close = async () => {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  };
}
const journeys = spawn(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', ...args.filter((arg) => arg !== '--postgres')],
  { cwd: root, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(root, '.drawloom/e2e.json') }, stdio: 'inherit' },
);
const exitCode = await new Promise((resolve) => journeys.once('exit', (code) => resolve(code ?? 1)));
await close();
process.exit(exitCode);
