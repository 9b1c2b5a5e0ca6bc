import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EngineBench } from '../testing/engine-bench.ts';
import { chain, noop, workflow } from '../testing/workflows.ts';
import { EngineMetrics } from './engine-metrics.ts';

let bench: EngineBench;
let metrics: EngineMetrics;
beforeAll(async () => {
  bench = await EngineBench.open({
    engine: {
      meter: {
        turn: (durationMs, committed) => metrics.turn(durationMs, committed),
        stored: (run, events) => metrics.stored(run, events),
        contested: () => metrics.contested(),
      },
    },
  });
  metrics = new EngineMetrics({
    decider: bench.engine.decider,
    spawner: () => false,
    breakers: () => bench.engine.breakers.count(),
    dataDir: bench.dataDir,
  });
});
afterEach(() => {
  expect(bench.crash).toBeNull();
});
afterAll(async () => {
  metrics.stop();
  await bench.close();
});

/** Every sample: its name with labels, and its value. */
const samples = async () =>
  new Map(
    (await metrics.text())
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );

describe('metrics of the engine', () => {
  it('count what ended, what was written and how long it took', async () => {
    await bench.publish(chain('c', 5));
    await bench.run('c');
    await bench.run('c');
    const read = await samples();
    expect(read.get('drawloom_runs_ended_total{status="success"}')).toBe(2);
    expect(read.get('drawloom_runs_ended_total{status="failed"}')).toBe(0);
    expect(read.get('drawloom_attempts_ended_total{outcome="success"}')).toBe(10);
    const commits = read.get('drawloom_commits_total') ?? 0;
    expect(commits).toBeGreaterThanOrEqual(2);
    expect(read.get('drawloom_turn_duration_seconds_count')).toBe(commits);
    expect(read.get('drawloom_turn_duration_seconds_bucket{le="+Inf"}')).toBe(commits);
    expect(read.get('drawloom_turn_duration_seconds_sum')).toBeGreaterThan(0);
    expect(read.get('drawloom_engine_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(read.get('drawloom_spawner_connected')).toBe(0);
    expect(read.get('drawloom_data_free_bytes')).toBeGreaterThan(0);
    expect(read.get('drawloom_alerts_total{outcome="failed"}')).toBe(0);
    expect([...read.values()].every(Number.isFinite)).toBe(true);
  });

  it('tell what is under way: runs and task runs by status, slots and queues of pools', async () => {
    await bench.publish(workflow('waits', { a: { ...noop, pool: { name: 'db', slots: 3 } }, b: noop }, ['a>b']));
    await bench.engine.pools.put({ name: 'db', slots: 2, description: '' });
    const { runId } = await bench.engine.creator.create({ workflowId: 'waits', runType: 'manual', by: null });
    const read = await samples();
    expect(read.get('drawloom_runs{status="running"}')).toBe(1);
    expect(read.get('drawloom_task_runs{status="scheduled"}')).toBe(1);
    expect(read.get('drawloom_task_runs{status="none"}')).toBe(1);
    expect(read.get('drawloom_pool_slots{pool="db"}')).toBe(2);
    expect(read.get('drawloom_pool_used_slots{pool="db"}')).toBe(0);
    expect(read.get('drawloom_pool_queued{pool="db"}')).toBe(1);
    expect(read.get('drawloom_breakers{state="open"}')).toBe(0);
    await bench.publish({ ...chain('fragile', 1), settings: { autoPauseAfterFailures: 1 } });
    await bench.engine.breakers.set('fragile', true, null);
    expect((await samples()).get('drawloom_breakers{state="open"}')).toBe(1);
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
    const after = await samples();
    expect(after.get('drawloom_runs{status="running"}')).toBe(0);
    expect(after.get('drawloom_pool_queued{pool="db"}')).toBe(0);
    expect(after.get('drawloom_runs_ended_total{status="cancelled"}')).toBe(1);
  });

  it('count a run once, again when it was cleared and ended again', async () => {
    const before = (await samples()).get('drawloom_runs_ended_total{status="success"}') ?? 0;
    const { id } = await bench.run('c');
    await bench.engine.acts.clear(id, { tasks: [{ task: 't4' }] }, null);
    await bench.ended(id);
    expect((await samples()).get('drawloom_runs_ended_total{status="success"}')).toBe(before + 2);
  });
});
