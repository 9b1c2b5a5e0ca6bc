/*
 * `npm test`: everything CI runs. Nets, unit and contract tests (real SQLite, real PostgreSQL, real processes),
 * twenty kills -9 under load, journeys in a real browser. The last line is `N passed, N failed`. `npm test -- unit` runs one part.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { printNet, runNets } from './check.mjs';
import { findBrowser } from './find-browser.mjs';
import { root } from './fingerprint.mjs';

const only = process.argv.slice(2);
const wanted = (part) => only.length === 0 || only.includes(part);
const reports = path.join(root, '.drawloom/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
let passed = 0;
let failed = 0;
const title = (text) => process.stdout.write(`\n== ${text}\n`);
const show = (program, args, env = {}) =>
  spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status;
const count = (ok) => {
  if (ok) passed++;
  else failed++;
};
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

if (wanted('check')) {
  title('nets');
  for (const net of runNets(printNet)) count(net.ok);
}

if (wanted('unit')) {
  title('unit and contract');
  const file = path.join(reports, 'unit.json');
  const status = show(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readJson(file);
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  // A suite that could not even be loaded has no failed test to count; a run of nothing is red as well.
  const brokenSuites =
    report?.testResults?.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
    ).length ?? 0;
  failed += brokenSuites;
  if (!report || report.numTotalTests === 0 || (status !== 0 && (report.numFailedTests ?? 0) + brokenSuites === 0)) failed++;
}

if (wanted('conformance')) {
  title('conformance');
  const tables = [
    'trigger-rules',
    'plain',
    'branch',
    'failfast',
    'setup',
    'mapped',
    'past',
    'acts',
    'retries',
    'weights',
    'times',
    'times-policies',
  ];
  const status = show(process.execPath, [
    'scripts/conformance.mjs',
    ...tables.map((name) => `domain/fixtures/airflow/${name}.jsonl`),
  ]);
  count(status === 0);
}

if (wanted('chaos')) {
  title('chaos');
  count(show(process.execPath, ['scripts/chaos.mjs', '--kills', '20', '--seed', '5']) === 0);
}

if (wanted('e2e')) {
  title('journeys');
  const file = path.join(reports, 'e2e.json');
  const browser = findBrowser();
  const status = show(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(browser ? { CHROMIUM: browser } : {}),
  });
  const stats = readJson(file)?.stats;
  passed += stats?.expected ?? 0;
  failed += (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  if (!stats || stats.expected + stats.unexpected + stats.flaky === 0 || (status !== 0 && stats.unexpected + stats.flaky === 0))
    failed++;
}

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
