import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engineCommands } from '#server/engine/embedded/engine-commands.ts';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { HandClock } from '#server/engine/testing/hand-clock.ts';
import { chain, noop, workflow } from '#server/engine/testing/workflows.ts';
import { openVault } from '#server/secrets/open-vault.ts';
import { aChunk } from '#server/store/testing/rows.ts';
import { checkInvariants } from './check-invariants.ts';
import { checkedInvariants } from './violation.ts';

let bench: EngineBench;
let living: string[] = [];
beforeAll(async () => {
  bench = await EngineBench.open();
});
afterEach(() => {
  expect(bench.crash).toBeNull();
});
afterAll(() => bench.close());

const minute = 60_000;
const surroundings = {
  durability: 'D1',
  spawner: () => true,
  living: () => living,
  metrics: () => Promise.resolve(''),
  nudgeOutbox: () => {},
} as const;
const check = () => {
  const engine = engineCommands(bench.engine, surroundings);
  return checkInvariants(
    { store: bench.store, engine, vault: () => openVault(bench.dataDir, bench.store), logCapBytes: 1_000 },
    1,
  );
};
const broken = async () =>
  (await check()).checks.flatMap(({ id, violations }) => violations.map(({ subject }) => `${id} ${subject}`));

describe('the invariants of a real engine', () => {
  it('hold: over runs that succeeded, failed, were retried and cleared, and one that waits', async () => {
    await bench.publish(chain('c', 4));
    await bench.publish(
      workflow('f', { a: { operator: 'noop@1', config: {}, retry: { max: 1, delaySec: 0 } }, b: { ...noop, disabled: true } }),
    );
    await bench.publish(workflow('w', { a: { ...noop, pool: { name: 'nowhere' } }, b: noop }, ['a>b']));
    const { id } = await bench.run('c');
    await bench.engine.acts.clear(id, { tasks: [{ task: 't2' }], downstream: true }, null);
    await bench.ended(id);
    await bench.run('f');
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null });
    const report = await check();
    expect(report.checks.map((one) => one.id)).toEqual(Object.keys(checkedInvariants));
    expect(report.checks.filter((one) => !one.ok)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.looked).toMatchObject({ replayedRuns: 2, waiting: 2 });
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
  });

  it('I12: a task run that admission has lost waits without a reason', async () => {
    await bench.publish(workflow('lost', { a: { ...noop, pool: { name: 'nowhere' } } }));
    const { runId } = await bench.engine.creator.create({ workflowId: 'lost', runType: 'manual', by: null });
    expect(await broken()).toEqual([]);
    bench.engine.decider.admission.runs.get(runId)!.requests.clear();
    expect(await broken()).toEqual([`I12 ${runId}/a`]);
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
  });

  it('I10: a process of an attempt that is not open', async () => {
    living = ['run/task@1'];
    expect(await broken()).toEqual(['I10 run/task@1']);
    living = [];
  });

  it('I4: a status that the events do not give', async () => {
    const { id } = await bench.run('c');
    const [row] = await bench.store.runs.taskRuns(id);
    await bench.store.commitTurn({ taskRuns: [{ ...row!, status: 'failed' }] });
    expect(await broken()).toEqual([`I4 ${id}/${row!.task}`]);
    await bench.store.commitTurn({ taskRuns: [row!] });
    expect(await broken()).toEqual([]);
  });

  it('I5: more attempts than are allowed', async () => {
    const { id } = await bench.run('c');
    const [attempt] = await bench.store.runs.attempts(id, 't0');
    await bench.store.commitTurn({ newAttempts: [{ ...attempt!, id: `${id}/t0@9`, attempt: 9 }] });
    expect(await broken()).toEqual([`I5 ${id}/t0[-1]`]);
    await bench.store.runs.purge(id);
  });

  it('I5: more losses than are made good; one more than the cap is how a task is poisoned', async () => {
    const { id } = await bench.run('c');
    const [attempt] = await bench.store.runs.attempts(id, 't0');
    const lose = (numbers: number[], errorCode: string) =>
      bench.store.commitTurn({
        newAttempts: numbers.map((number) => ({
          ...attempt!,
          id: `${id}/t0@${number}`,
          attempt: number,
          infra: true,
          errorCode,
        })),
      });
    await lose([2, 3, 4, 5], 'lost');
    await lose([6, 7, 8], 'stopped');
    expect(await broken()).toEqual([]);
    await lose([9], 'lost');
    expect(await broken()).toEqual([`I5 ${id}/t0[-1]`]);
    await bench.store.runs.purge(id);
  });

  it('I7: a start that no rule allowed', async () => {
    const { id, seq } = await bench.run('c');
    const events = [{ type: 'admitted', at: 1, task: 't3', attempt: 1, token: 'x' } as const];
    await bench.store.commitTurn({
      events: [{ runId: id, firstSeq: seq + 1, at: 1, events }],
      runs: [{ id, set: { seq: seq + 1 } }],
    });
    expect(await broken()).toEqual([`I7 ${id}`]);
    await bench.store.runs.purge(id);
  });

  it('I1: an occurrence that was due and is not decided', async () => {
    // As it is when the scheduler's timer is lost: the clock goes on, and nothing falls due.
    const clock = new HandClock(10 * minute);
    const late = await EngineBench.open({ engine: { clock } });
    const file = { ...chain('due', 1), triggers: [{ id: 'often', type: 'every' as const, everySec: 60 }] };
    await late.publish(file);
    await late.engine.publishing.setEnabled('due', true);
    const [next] = late.engine.scheduled.upcoming();
    late.engine.scheduled.stop();
    clock.set(next!.at! + 2 * minute);
    const { checks } = await checkInvariants(
      {
        store: late.store,
        engine: engineCommands(late.engine, { ...surroundings, living: () => [] }),
        vault: () => openVault(late.dataDir, late.store),
        logCapBytes: 1_000,
      },
      1,
    );
    expect(checks.filter(({ ok }) => !ok).map(({ id, violations }) => [id, violations[0]?.subject])).toEqual([
      ['I1', 'due/often'],
    ]);
    await late.close();
  });

  it('I8, I11: a log with a gap, one that goes back, one over its cap', async () => {
    const { id } = await bench.run('c');
    const log = (task: string, ...chunks: [seq: number, offset: number, text: string][]) =>
      bench.store.commitTurn({
        logs: chunks.map(([seq, offset, text]) => ({ ...aChunk(`${id}/${task}@1`, seq, text), offset })),
      });
    await log('t0', [1, 0, 'a'], [2, 1, 'b']);
    await log('t1', [1, 0, 'a'], [3, 1, 'b']);
    await log('t2', [1, 10, 'a'], [2, 5, 'b']);
    await log('t3', [1, 0, 'x'.repeat(70_000)]);
    expect(await broken()).toEqual([`I8 ${id}/t1@1`, `I8 ${id}/t2@1`, `I11 ${id}/t3@1`]);
    await bench.store.runs.purge(id);
  });

  it('I9: a secret in the words of an attempt that was made after it', async () => {
    const vault = await openVault(bench.dataDir, bench.store);
    const place = { id: 'shop', type: 'http', host: 'https://shop.example' };
    const secret = vault.seal(place, { token: 'correct horse battery' });
    await bench.store.connections.create(
      { ...place, name: 'Shop', createdBy: null, settings: {}, secret, secretFields: ['token'] },
      1,
    );
    const { id } = await bench.run('c');
    const [attempt] = await bench.store.runs.attempts(id, 't0');
    const say = (errorText: string) =>
      bench.store.commitTurn({
        attempts: [{ id: attempt!.id, token: attempt!.token, expected: ['success'], set: { error: errorText } }],
      });
    await say('all went well');
    expect(await broken()).toEqual([]);
    await say(`told ${Buffer.from('correct horse battery').toString('base64')}`);
    expect(await broken()).toEqual([`I9 ${attempt!.id}`]);
    await bench.store.runs.purge(id);
  });
});
