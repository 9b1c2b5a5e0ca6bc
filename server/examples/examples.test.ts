import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/definition/canonical.ts';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { installExamples } from './install-examples.ts';
import { readExamples } from './read-example.ts';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

describe('examples', () => {
  it.each(readExamples().map((workflow) => [workflow.id, workflow] as const))(
    '%s is a canonical file without a problem',
    (id, workflow) => {
      expect(readFileSync(path.join(import.meta.dirname, `${id}.json`), 'utf8')).toBe(canonicalText(workflow));
      expect(validate(workflow, catalog).filter(({ level }) => level !== 'info')).toEqual([]);
    },
  );

  it('are installed once, published and switched off, with their data', async () => {
    const { store, dataDir } = fresh;
    await installExamples(store, dataDir, 5);
    const rows = await store.workflows.list();
    expect(rows.map(({ id, version, enabled }) => ({ id, version, enabled }))).toEqual(
      ['cities-fan-in', 'daily-weather', 'flaky-delivery'].map((id) => ({ id, version: 1, enabled: false })),
    );
    for (const table of ['seattle-weather.csv', 'weather.csv'])
      expect(readFileSync(path.join(dataDir, 'files/examples', table), 'utf8').split('\n').length).toBeGreaterThan(1_000);
    await store.workflows.remove('flaky-delivery', 6);
    rmSync(path.join(dataDir, 'files'), { recursive: true });
    await installExamples(store, dataDir, 7);
    expect((await store.workflows.list()).map(({ id }) => id)).toEqual(['cities-fan-in', 'daily-weather']);
    expect(existsSync(path.join(dataDir, 'files'))).toBe(false);
  });
});
