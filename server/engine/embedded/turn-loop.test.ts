import { afterEach, describe, expect, it } from 'vitest';
import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable, type Store } from '#server/store/store.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { chain } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(() => bench.close());

/** A database that takes no turn while `broken` says why. */
const state: { broken: Error | null; tries: number; pauses: (() => void)[] } = { broken: null, tries: 0, pauses: [] };
const breakable = (store: Store): Store => ({
  ...store,
  commitTurn(turn) {
    state.tries++;
    return state.broken ? Promise.reject(state.broken) : store.commitTurn(turn);
  },
});
const gone = new StoreUnavailable('store.disk-full', 'The disk is full.');
/** Each pause between two tries ends when the test says so. */
const pause = () => new Promise<void>((resolve) => state.pauses.push(resolve));
const create = () => bench.engine.creator.create({ workflowId: 'c', runType: 'manual', by: null });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : String(error)),
  );
/** Lets tries follow each other until something holds. */
async function tryUntil(look: () => boolean): Promise<void> {
  while (!look()) {
    await new Promise((resolve) => setImmediate(resolve));
    state.pauses.shift()?.();
  }
}

describe('a database that takes no writes', () => {
  it('nothing is performed, waiting commands get 503, new ones at once, and it goes on by itself', async () => {
    state.broken = null;
    bench = await EngineBench.open({ wrap: breakable, engine: { pause } });
    await bench.publish(chain('c', 2));
    const before = await bench.run('c');
    state.broken = gone;
    const { tries } = state;
    const waiting = codeOf(create());
    let answered = '';
    void waiting.then((code) => (answered = code));
    await tryUntil(() => answered !== '');
    expect(answered).toBe('503 store.disk-full');
    expect(state.tries - tries).toBeGreaterThan(3);
    expect(await codeOf(create())).toBe('503 store.disk-full');
    expect(await bench.store.runs.list({ limit: 10 })).toHaveLength(1);
    expect(await bench.store.runs.openAttempts()).toEqual([]);
    state.broken = null;
    await tryUntil(() => bench.engine.decider.runs.size === 0);
    const runs = await bench.store.runs.list({ limit: 10 });
    // The one that was waiting is made once the database is back; the one refused at once never was.
    expect(runs.map(({ status, number }) => [status, number])).toEqual([
      ['success', before.number + 1],
      ['success', before.number],
    ]);
    expect(bench.crash).toBeNull();
  });

  it('a request with a key that was answered 503 is the same run when it is asked for again, before and after it is stored', async () => {
    state.broken = null;
    bench = await EngineBench.open({ wrap: breakable, engine: { pause } });
    await bench.publish(chain('c', 1));
    state.broken = gone;
    const ask = () => bench.engine.creator.create({ workflowId: 'c', runType: 'manual', idempotencyKey: 'k', by: null });
    let answered = '';
    void codeOf(ask()).then((code) => (answered = code));
    await tryUntil(() => answered !== '');
    expect(answered).toBe('503 store.disk-full');
    expect(await codeOf(ask())).toBe('503 store.disk-full');
    state.broken = null;
    await tryUntil(() => bench.engine.decider.runs.size === 0);
    const { runId } = await ask();
    expect((await bench.store.runs.list({ limit: 10 })).map(({ id }) => id)).toEqual([runId]);
    expect(bench.crash).toBeNull();
  });

  it('an fsync that failed ends the engine: nobody knows what the disk holds, and the next one goes by what it finds', async () => {
    state.broken = null;
    bench = await EngineBench.open({ wrap: breakable, engine: { pause } });
    await bench.publish(chain('c', 1));
    const before = await bench.run('c');
    state.broken = new StoreUnavailable('store.fsync-failed', 'fsync failed');
    const ask = () => bench.engine.creator.create({ workflowId: 'c', runType: 'manual', idempotencyKey: 'k', by: null });
    expect(await codeOf(ask())).toContain('fsync');
    await expect(bench.until(() => false)).rejects.toBe(state.broken);
    state.broken = null;
    bench.crash = null;
    await bench.restart();
    const { runId } = await ask();
    expect((await bench.ended(runId)).status).toBe('success');
    expect((await bench.store.runs.list({ limit: 10 })).map(({ id }) => id)).toEqual([runId, before.id]);
  });
});

describe('a stop', () => {
  it('stores and answers what came in by then, and refuses what comes after', async () => {
    state.broken = null;
    bench = await EngineBench.open({ processes: true, wrap: breakable, engine: { pause } });
    await bench.publish(chain('c', 2));
    const { loop } = bench.engine;
    const command = loop.command.bind(loop);
    let stopped: Promise<void> | undefined;
    let commands = 0;
    // The stop comes when the last of them is in the inbox and none is decided.
    loop.command = (decide) => {
      const answer = command(decide);
      if (++commands === 5) stopped = bench.engine.stop();
      return answer;
    };
    const told = (await Promise.all(Array.from({ length: 5 }, create))).map(({ runId }) => runId).sort();
    await stopped;
    expect(await codeOf(create())).toBe('503 engine.stopping');
    const stored = (await bench.store.runs.list({ limit: 10 })).map(({ id }) => id).sort();
    expect(stored).toEqual(told);
    await bench.restart();
    for (const runId of told) expect((await bench.ended(runId)).status).toBe('success');
  });
});
