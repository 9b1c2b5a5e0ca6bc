import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { Store } from '#server/store/store.ts';
import { aRun, aWorkflow } from '#server/store/testing/rows.ts';
import { sqliteStores } from '#server/store/testing/sqlite-store.ts';
import { giveBack } from './give-back.ts';
import { sweepRuns } from './sweep-runs.ts';
import { Sweeper } from './sweeper.ts';

const stores = sqliteStores();
const day = 86_400_000;

async function house() {
  const { file, store } = await stores.fresh();
  const artifacts = path.join(path.dirname(file), 'artifacts');
  mkdirSync(artifacts);
  return { store, artifacts, keepRuns: 0, keepRunDays: 0, keepOccurrenceDays: 0, inUse: () => false };
}
async function workflow(store: Store, id: string, retention?: { runs?: number; days?: number }, base = 0) {
  const definition: WorkflowFile = { ...aWorkflow(id), ...(retention ? { settings: { retention } } : {}) };
  await store.workflows.create({ id, project: '', name: id, tags: [], createdBy: null }, definition, 1);
  await store.versions.publish(id, definition, 'h', '', null, 1);
  await store.commitTurn({
    newRuns: [1, 2, 3, 4].map((n) =>
      aRun(`${id}${n}`, { workflowId: id, number: n, status: 'success', createdAt: (base + n) * day, endedAt: (base + n) * day }),
    ),
  });
}
const left = async (store: Store, workflowId: string) =>
  (await store.runs.list({ workflowId, limit: 99 })).map(({ number }) => number).sort();

test('a workflow’s own rule goes before the settings; without any, all stays', async () => {
  const parts = await house();
  await workflow(parts.store, 'own', { runs: 2 });
  await workflow(parts.store, 'days', { days: 2 });
  await workflow(parts.store, 'silent');
  expect(await sweepRuns(parts, 5 * day)).toEqual({ runs: 4, artifacts: 0, occurrences: 0 });
  expect(await left(parts.store, 'own')).toEqual([3, 4]);
  expect(await left(parts.store, 'days')).toEqual([3, 4]);
  expect(await left(parts.store, 'silent')).toEqual([1, 2, 3, 4]);
  await sweepRuns({ ...parts, keepRuns: 3 }, 5 * day);
  expect(await left(parts.store, 'own')).toEqual([3, 4]);
  expect(await left(parts.store, 'silent')).toEqual([2, 3, 4]);
});

test('what a request with a key did is known for a day at least, whatever the rule', async () => {
  const { store, ...rest } = await house();
  await workflow(store, 'w', { runs: 1 });
  const late = { workflowId: 'w', number: 5, status: 'success' as const, createdAt: 5 * day, endedAt: 5 * day };
  await store.commitTurn({
    newRuns: [{ ...aRun('keyed', late), idempotencyKey: 'k' }, aRun('last', { ...late, number: 6, createdAt: 5.5 * day })],
    runActs: [{ runId: 'last', key: 'act', act: 'pause', at: 5.5 * day }],
  });
  const known = async () =>
    [await store.runs.byIdempotencyKey('w', 'k'), await store.runs.act('last', 'act')].map((row) => !!row);
  await sweepRuns({ store, ...rest }, 6 * day);
  expect([await left(store, 'w'), await known()]).toEqual([
    [5, 6],
    [true, true],
  ]);
  await sweepRuns({ store, ...rest }, 6 * day + 1);
  expect([await left(store, 'w'), await known()]).toEqual([[6], [false, true]]);
  await sweepRuns({ store, ...rest }, 12.5 * day + 1);
  expect(await known()).toEqual([false, false]);
});

test('runs of a removed workflow go as well, a run in use stays, and its files with it', async () => {
  const parts = await house();
  await workflow(parts.store, 'w', { runs: 1 });
  await parts.store.workflows.remove('w', 2);
  for (const n of [1, 2]) {
    writeFileSync(path.join(parts.artifacts, `art${n}`), 'x');
    await parts.store.commitTurn({
      artifacts: [{ id: `art${n}`, runId: `w${n}`, attemptId: 'a', name: 'n', bytes: 1, sha256: 's', type: 't' }],
    });
  }
  expect(await sweepRuns({ ...parts, inUse: (id) => id === 'w1' }, 5 * day)).toEqual({ runs: 2, artifacts: 1, occurrences: 0 });
  expect(await left(parts.store, 'w')).toEqual([1, 4]);
  expect(existsSync(path.join(parts.artifacts, 'art1'))).toBe(true);
  expect(existsSync(path.join(parts.artifacts, 'art2'))).toBe(false);
});

test('a sweeper sweeps at most once an hour, says what went, and survives a store that fails', async () => {
  const parts = await house();
  await workflow(parts.store, 'w', { runs: 3 });
  let now = 100 * day;
  const said: unknown[] = [];
  const sweeper = new Sweeper({
    ...parts,
    now: () => now,
    after: () => () => {},
    swept: (what) => said.push(what),
    failed: (error) => said.push(String(error)),
  });
  sweeper.nudge();
  sweeper.nudge();
  await sweeper.idle();
  expect(said).toEqual([{ runs: 1, artifacts: 0, occurrences: 0 }]);
  await parts.store.commitTurn({
    newRuns: [aRun('w5', { workflowId: 'w', number: 5, status: 'success', createdAt: 9 * day, endedAt: 9 * day })],
  });
  sweeper.nudge();
  await sweeper.idle();
  expect(said).toHaveLength(1);
  now += 3_600_000;
  sweeper.nudge();
  await sweeper.idle();
  expect(said).toHaveLength(2);
  expect(await left(parts.store, 'w')).toEqual([3, 4, 5]);
  const broken = new Sweeper({
    ...parts,
    store: { ...parts.store, workflows: { ...parts.store.workflows, ids: () => Promise.reject(new Error('gone')) } },
    now: () => now,
    after: () => () => {},
    swept: (what) => said.push(what),
    failed: (error) => said.push(String(error)),
  });
  broken.nudge();
  await broken.idle();
  expect(said.at(-1)).toBe('Error: gone');
});

test('a sweeper that is stopped ends after the run under way', async () => {
  const parts = await house();
  await workflow(parts.store, 'w', { runs: 1 });
  const said: unknown[] = [];
  let stopped: Promise<void> | null = null;
  const sweeper: Sweeper = new Sweeper({
    ...parts,
    store: {
      ...parts.store,
      runs: {
        ...parts.store.runs,
        purge(runId) {
          stopped ??= sweeper.stop();
          return parts.store.runs.purge(runId);
        },
      },
    },
    now: () => 100 * day,
    after: () => () => {},
    swept: (what) => said.push(what),
    failed: (error) => said.push(String(error)),
  });
  sweeper.nudge();
  await sweeper.idle();
  await stopped;
  expect(said).toEqual([{ runs: 1, artifacts: 0, occurrences: 0 }]);
  sweeper.nudge();
  await sweeper.idle();
  expect(await left(parts.store, 'w')).toHaveLength(3);
});

test('where runs go by age a sweeper looks again after an hour, though nothing happens; elsewhere it is not woken', async () => {
  const parts = await house();
  let now = 100 * day;
  const timers: { ms: number; what: () => void }[] = [];
  const said: unknown[] = [];
  const sweeper = new Sweeper({
    ...parts,
    now: () => now,
    after(ms, what) {
      const timer = { ms, what };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    swept: (what) => said.push(what),
    failed: (error) => said.push(String(error)),
  });
  await workflow(parts.store, 'many', { runs: 2 });
  sweeper.nudge();
  await sweeper.idle();
  expect(timers).toEqual([]);
  await workflow(parts.store, 'old', { days: 200 });
  now += 3_600_000;
  sweeper.nudge();
  await sweeper.idle();
  expect(timers).toMatchObject([{ ms: 3_600_000 }]);
  now += 200 * day;
  const before = said.length;
  timers[0]!.what();
  await sweeper.idle();
  expect(said.length).toBe(before + 1);
  expect(timers).toHaveLength(1);
  await sweeper.stop();
  expect(timers).toEqual([]);
});

test('occurrences go that came to nothing long ago; those of kept runs stay, and the file gives back its room', async () => {
  const parts = await house();
  const { store } = parts;
  await workflow(store, 'w', undefined, 100);
  const occurrence = (n: number, runId: string | null) => ({
    ...{ workflowId: 'w', triggerId: 't', at: n, decidedAt: n, runId },
    ...(runId === null ? { outcome: 'skipped' as const, reason: 'x'.repeat(2_000) } : { outcome: 'run' as const, reason: null }),
  });
  const many = Array.from({ length: 6_000 }, (_, n) => occurrence(n + 1, null));
  const end = 101 * day;
  await store.commitTurn({
    occurrences: [...many, occurrence(7_000, 'gone'), occurrence(8_000, 'w1'), occurrence(end - day, null)],
    triggerStates: [{ workflowId: 'w', triggerId: 't', enabled: true, decidedThrough: end }],
  });
  const before = (await store.health.about()).bytes;
  let aging = 0;
  const old = { ...parts, keepOccurrenceDays: 30, aging: () => void aging++ };
  expect(await sweepRuns({ ...old, keepOccurrenceDays: 0 }, end)).toEqual({ runs: 0, artifacts: 0, occurrences: 0 });
  expect([await sweepRuns(old, end), aging]).toEqual([{ runs: 0, artifacts: 0, occurrences: 6_001 }, 1]);
  expect((await store.triggers.occurrences('w', 99)).map(({ at }) => at)).toEqual([end - day, 8_000]);
  await giveBack(store, AbortSignal.abort());
  expect((await store.health.about()).bytes).toBe(before);
  await giveBack(store, new AbortController().signal);
  // What is kept for tomorrow is 4 MiB.
  expect(before - (await store.health.about()).bytes).toBeGreaterThan(5_000_000);
  expect(await store.health.contradictions(9)).toEqual([]);
});
