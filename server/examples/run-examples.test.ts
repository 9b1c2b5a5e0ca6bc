import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHeadless, type HeadlessOptions } from '#server/cli/headless.ts';
import { migrateDatabase } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { installExamples } from './install-examples.ts';
import { readExample } from './read-example.ts';

/** Runs an example as `drawloom run` does: real processes, a data directory of its own. */
async function run(id: string, params = {}, more: Partial<HeadlessOptions> = {}) {
  const { status, tasks } = await runHeadless(readExample(id), {
    params,
    graceSec: 1,
    signal: new AbortController().signal,
    ...more,
  });
  return { status, tasks: Object.fromEntries(tasks.map((view) => [view.task, `${view.status} ${view.attempt}`])) };
}

describe('examples run on their data', () => {
  it('daily-weather writes its report, and says so when a year is not there', async () => {
    expect(await run('daily-weather', { year: 2015 })).toEqual({
      status: 'success',
      tasks: {
        read: 'success 1',
        clean: 'success 1',
        load: 'success 1',
        by_month: 'success 1',
        check: 'success 1',
        report: 'success 1',
        too_few: 'skipped 0',
      },
    });
    const missing = await run('daily-weather', { year: 2020 });
    expect(missing).toMatchObject({ status: 'failed', tasks: { report: 'skipped 0', too_few: 'failed 1' } });
  });

  it('flaky-delivery fails, waits and recovers', async () => {
    expect(await run('flaky-delivery', { good_at: 2 })).toEqual({
      status: 'success',
      tasks: { pack: 'success 1', deliver: 'success 2', confirm: 'success 1', apologise: 'skipped 0' },
    });
  });

  it('cities-fan-in shows each rule, the same in every run', async () => {
    expect(await run('cities-fan-in')).toEqual({
      status: 'success',
      tasks: {
        start: 'success 1',
        seattle: 'success 1',
        new_york: 'success 1',
        denver: 'failed 1',
        anchorage: 'skipped 1',
        all_success: 'upstream_failed 0',
        one_success: 'success 1',
        all_done: 'success 1',
        one_failed: 'success 1',
        none_failed: 'upstream_failed 0',
        summary: 'success 1',
      },
    });
  });

  it('weather-etl goes by the file, or by an address', async () => {
    const ways = { source: 'success 1', summary: 'success 1', load: 'success 1' };
    expect(await run('weather-etl')).toEqual({
      status: 'success',
      tasks: { ...ways, fetch: 'skipped 0', read: 'success 1' },
    });
    const server = createServer((_, answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify([{ date: '2015-01-01', weather: 'sun', temp_max: 5.6 }]));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await run('weather-etl', { url: `http://${address}/` }, { httpAllow: [address] })).toEqual({
      status: 'success',
      tasks: { ...ways, fetch: 'success 1', read: 'skipped 0' },
    });
    await once(server.close(), 'close');
  });

  it('map-and-reduce makes a copy for each year', async () => {
    const { status, tasks } = await runHeadless(readExample('map-and-reduce'), {
      params: {},
      graceSec: 1,
      signal: new AbortController().signal,
    });
    expect(status).toBe('success');
    expect(tasks.filter(({ task }) => task === 'one').map((view) => view.status)).toEqual(Array(4).fill('success'));
    expect(tasks.find(({ task }) => task === 'compare')?.status).toBe('success');
  });

  it.each([
    ['bug', ['reproduce']],
    ['question', ['look_up']],
    ['invoice', ['hand_over']],
  ])('ticket-routing sends a ticket one way: %s', async (kind, taken) => {
    const { status, tasks } = await run('ticket-routing', { kind });
    expect(status).toBe('success');
    expect(['reproduce', 'look_up', 'hand_over'].filter((task) => tasks[task] === 'success 1')).toEqual(taken);
    expect(tasks).toMatchObject({ answer: 'success 1', archive: 'success 1' });
  });

  it('nightly-window writes the rows of its day', async () => {
    expect(await run('nightly-window')).toEqual({
      status: 'success',
      tasks: { arrive: 'success 1', day: 'success 1', any: 'success 1', write: 'success 1' },
    });
  });

  it('expense-approval runs the other workflow when a person agrees', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'drawloom-examples-'));
    const url = `file:${path.join(dataDir, 'drawloom.db')}`;
    await migrateDatabase(url);
    const store = await openStore({ url, role: 'engine', durability: 'D1' });
    await installExamples(store, dataDir, Date.now());
    await store.close();
    expect(await run('expense-approval', {}, { dataDir, approve: true })).toEqual({
      status: 'success',
      tasks: { ask: 'success 1', pay: 'success 1', book: 'success 1', back: 'skipped 0' },
    });
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('retry-and-tell tries three times and writes it down', async () => {
    expect(await run('retry-and-tell')).toMatchObject({
      tasks: { work: 'failed 3', done: 'upstream_failed 0', log: 'success 1', wanted: 'success 1', tell: 'skipped 0' },
    });
  });
});
