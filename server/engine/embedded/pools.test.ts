import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { taskRun } from '#domain/run/read.ts';
import type { Refusal } from '#server/refusal.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
beforeAll(async () => {
  bench = await EngineBench.open();
});
afterEach(() => {
  expect(bench.crash).toBeNull();
});
afterAll(() => bench.close());

const start = async (workflowId: string) =>
  (await bench.engine.creator.create({ workflowId, runType: 'manual', by: null })).runId;
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error as Refusal).code,
  );
const waits = (runId: string) => {
  const run = bench.engine.decider.runs.get(runId);
  return run && taskRun(run.compiled.plan, run.state, 'a')?.status === 'scheduled';
};

describe('pools', () => {
  it('a pool that is made lets in at once what waited for it, and is there after a restart', async () => {
    await bench.publish(workflow('made', { a: { ...noop, pool: { name: 'db', slots: 2 } } }));
    const runId = await start('made');
    await bench.until(() => waits(runId));
    expect(bench.engine.pools.list()).toContainEqual(
      expect.objectContaining({ name: 'db', known: false, queued: 1, waiting: [expect.objectContaining({ run: runId })] }),
    );
    await bench.engine.pools.put({ name: 'db', slots: 1, description: 'the warehouse' });
    expect(bench.engine.pools.list()).toContainEqual(expect.objectContaining({ name: 'db', known: true, slots: 1, queued: 1 }));
    await bench.engine.pools.put({ name: 'db', slots: 2, description: 'the warehouse' });
    expect((await bench.ended(runId)).status).toBe('success');
    await bench.restart();
    expect(bench.engine.pools.list()).toContainEqual(expect.objectContaining({ name: 'db', slots: 2, used: 0 }));
    expect(await bench.store.pools.list()).toEqual([{ name: 'db', slots: 2, description: 'the warehouse' }]);
  });

  it('a pool in use is not deleted; an unused one is, for good', async () => {
    await bench.publish(workflow('held', { a: { ...noop, pool: { name: 'narrow', slots: 5 } } }));
    await bench.engine.pools.put({ name: 'narrow', slots: 1, description: '' });
    const runId = await start('held');
    await bench.until(() => waits(runId));
    expect(await code(bench.engine.pools.remove('narrow'))).toBe('pool.used');
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
    await bench.engine.publishing.setEnabled('held', true);
    expect(await code(bench.engine.pools.remove('narrow'))).toBe('pool.used');
    await bench.engine.publishing.setEnabled('held', false);
    await bench.engine.pools.remove('narrow');
    expect(bench.engine.pools.list().map(({ name }) => name)).not.toContain('narrow');
    expect((await bench.store.pools.list()).map(({ name }) => name)).not.toContain('narrow');
    expect(await code(bench.engine.pools.remove('narrow'))).toBe('pool.unknown');
    expect(await code(bench.engine.pools.remove('default'))).toBe('pool.default');
  });

  it('the default pool can be resized', async () => {
    await bench.engine.pools.put({ name: 'default', slots: -1, description: '' });
    expect(bench.engine.pools.list()).toContainEqual(expect.objectContaining({ name: 'default', slots: -1 }));
  });
});
