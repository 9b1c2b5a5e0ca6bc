import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { followOperators } from './follow-operators.ts';
import { OperatorCatalog } from './operator-catalog.ts';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'drawloom-operators-'));
const catalog = new OperatorCatalog(dataDir);
afterEach(() => {
  catalog.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('tells the present revision, then each change, and ends with its signal', async () => {
  const stop = new AbortController();
  // So patient that only a change can wake it.
  const news = followOperators(catalog, stop.signal, 600_000);
  const first = await news.next();
  const second = news.next();
  const folder = path.join(dataDir, 'operators/hello');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'operator.json'), JSON.stringify({ type: 'hello', title: 'Hello', run: ['true'] }));
  expect(catalog.refresh()).toBe(true);
  const told = await second;
  expect(told).toMatchObject({ done: false });
  expect(told.value).not.toBe(first.value);
  const third = news.next();
  stop.abort();
  expect((await third).done).toBe(true);
});
