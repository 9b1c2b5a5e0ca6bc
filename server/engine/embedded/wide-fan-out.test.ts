import { afterEach, describe, expect, it } from 'vitest';
import type { TurnWrite } from '#server/store/store.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, workflow } from '../testing/workflows.ts';

/** Every look at this clock takes 2 ms, so that a turn is over after 50 of them on any machine. */
const tickingClock = () => {
  let ms = 0;
  return { now: () => Date.now(), monotonic: () => (ms += 2) };
};

const width = 300;
const names = Array.from({ length: width }, (_, n) => `t${n}`);
const wide = workflow(
  'wide',
  { start: noop, ...Object.fromEntries(names.map((name) => [name, noop])), end: noop },
  names.flatMap((name) => [`start>${name}`, `${name}>end`]),
  { settings: { maxActiveTasks: 1_000 } },
);

let bench: EngineBench;
afterEach(async () => {
  expect(bench.crash).toBeNull();
  await bench.close();
});

/** Opens an engine whose turns are looked at once they are written; that takes a while, as over a network, and is never done for two at once. */
async function open(look: (turn: TurnWrite) => void): Promise<void> {
  let writing = 0;
  bench = await EngineBench.open({
    // An engine that starts again has its spawner look for strays.
    processes: true,
    engine: { clock: tickingClock() },
    wrap: (store) => ({
      ...store,
      async commitTurn(turn) {
        if (writing++ > 0) throw new Error('Two turns are written at once.');
        await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
        const result = await store.commitTurn(turn);
        writing--;
        look(turn);
        return result;
      },
    }),
  });
  await bench.publish(wide);
}

/** Statuses of the attempts as they were first written. */
const openOnes = (turn: TurnWrite) => (turn.newAttempts ?? []).filter(({ status }) => status !== 'success').length;

describe('a fan-out that is wider than a turn', () => {
  it('is begun in parts: hardly an attempt is stored before it has ended', async () => {
    const turns: TurnWrite[] = [];
    await open((turn) => turns.push(turn));
    const run = await bench.run('wide');
    expect(run.status).toBe('success');
    expect(Object.values(await bench.statuses(run.id))).toEqual(Array(width + 2).fill('success'));
    expect(turns.length).toBeGreaterThan(4);
    for (const turn of turns) expect(openOnes(turn)).toBeLessThanOrEqual(64);
    expect(await bench.store.runs.attempts(run.id)).toHaveLength(width + 2);
  });

  it('that is paused between two parts begins nothing, and once resumed every task once', async () => {
    let act: (() => void) | undefined;
    await open(() => act?.());
    const paused = new Promise<string>((resolve, reject) => {
      act = () => {
        const [run] = bench.engine.decider.runs.values();
        if (!run) return;
        act = undefined;
        bench.engine.acts.pause(run.facts.id, true, null).then(() => resolve(run.facts.id), reject);
      };
    });
    const { runId } = await bench.engine.creator.create({ workflowId: 'wide', runType: 'manual', by: null });
    expect(await paused).toBe(runId);
    // What had begun may end; nothing else may begin.
    await bench.until(() => bench.engine.decider.attempts.size === 0);
    expect((await bench.store.runs.attempts(runId)).length).toBeLessThan(width);
    await bench.engine.acts.pause(runId, false, null);
    expect((await bench.ended(runId)).status).toBe('success');
    const all = await bench.store.runs.attempts(runId);
    expect(all).toHaveLength(width + 2);
    expect(new Set(all.map(({ task }) => task)).size).toBe(width + 2);
    for (const { used } of bench.engine.pools.list()) expect(used).toBe(0);
  });

  it.each(['restart', 'restartInOrder'] as const)('goes on after a %s between two parts', async (again) => {
    let commits = 0;
    let third: (() => void) | undefined;
    const afterTwo = new Promise<void>((resolve) => (third = resolve));
    await open(() => {
      if (++commits === 3) third?.();
    });
    const { runId } = await bench.engine.creator.create({ workflowId: 'wide', runType: 'manual', by: null });
    await afterTwo;
    await bench[again]();
    expect((await bench.ended(runId)).status).toBe('success');
    const statuses = await bench.statuses(runId);
    expect(Object.values(statuses)).toEqual(Array(width + 2).fill('success'));
  });
});
