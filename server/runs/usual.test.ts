import { afterAll, beforeAll, expect, it } from 'vitest';
import { aRun, aTaskRun } from '#server/store/testing/rows.ts';
import { freshStore, type FreshStore } from '#server/testing/fresh-store.ts';
import { usualOf } from './usual.ts';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.close());

it('gives the middle of what tasks and runs took; failed runs tell of their tasks only', async () => {
  const { store } = fresh;
  expect(await usualOf(store, 'w')).toEqual({ runs: 0, run: null, tasks: {} });
  const took = [100, 300, 200];
  await store.commitTurn({
    newRuns: [...took, 5].map((ms, i) =>
      aRun(`r${i}`, { number: i + 1, createdAt: i, status: i === 3 ? 'failed' : 'success', startedAt: 0, endedAt: 10 * ms }),
    ),
    taskRuns: [...took, 200].map((ms, i) => aTaskRun(`r${i}`, 'a', { status: 'success', startedAt: 10, endedAt: 10 + ms })),
  });
  expect(await usualOf(store, 'w')).toEqual({
    runs: 4,
    run: { medianMs: 2000, lowMs: 1500, highMs: 2500, runs: 3, copies: 1 },
    tasks: { a: { medianMs: 200, lowMs: 175, highMs: 225, runs: 4, copies: 1 } },
  });
});
