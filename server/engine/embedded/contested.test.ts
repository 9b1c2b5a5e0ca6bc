import { afterEach, describe, expect, it } from 'vitest';
import type { AttemptRow, Store } from '#server/store/store.ts';
import { commandLine } from '../perform/testing/workbench.ts';
import { EngineBench } from '../testing/engine-bench.ts';
import { noop, shell, workflow } from '../testing/workflows.ts';

let bench: EngineBench;
afterEach(async () => {
  expect(bench.crash).toBeNull();
  await bench.close();
});

/** Somebody writes to the first attempt's row just before the engine gives it this status. */
const between = (status: AttemptRow['status'], set: Partial<AttemptRow>) => {
  let done = false;
  return (store: Store): Store => ({
    ...store,
    async commitTurn(turn) {
      const patch = turn.attempts?.find((each) => each.id.endsWith('@1') && each.set.status === status);
      if (patch && !done) {
        done = true;
        const { id, token } = patch;
        await store.commitTurn({ attempts: [{ id, token, expected: ['queued', 'running', 'parked'], set }] });
      }
      return store.commitTurn(turn);
    },
  });
};
const ended = { status: 'cancelled', endedAt: 5 } as const;
const failed = { status: 'failed', endedAt: 5, errorCode: 'exit', error: 'exit 1' } as const;
const rows = async (runId: string, task: string) =>
  (await bench.store.runs.attempts(runId, task)).map(({ attempt, status, infra }) => [attempt, status, infra]);

describe('an attempt that somebody else changed in the database', () => {
  it('is ended and made again when its work is under way; its row stays as they made it', async () => {
    bench = await EngineBench.open({ processes: true, wrap: between('running', ended) });
    await bench.publish(workflow('w', { a: shell('echo $$; [ "$DRAWLOOM_ATTEMPT" -gt 1 ] || exec sleep 60'), b: noop }, ['a>b']));
    const { id, status } = await bench.run('w');
    expect(status).toBe('success');
    expect(await rows(id, 'a')).toEqual([
      [1, 'cancelled', false],
      [2, 'success', false],
    ]);
    const [log] = await bench.store.runs.logs(`${id}/a@1`, 0, 1);
    if (log) expect(commandLine(log.text.trim())).toBe('');
    const { names } = bench.engine.contested;
    expect(names).toEqual([(await bench.store.runs.attempts(id, 'a'))[0]!.id]);
  });

  it('starts over when it only waits', async () => {
    bench = await EngineBench.open({ wrap: between('parked', ended) });
    await bench.publish(workflow('child', { ask: { operator: 'approval@1', config: { message: 'Go on?' } } }));
    await bench.publish(workflow('w', { call: { operator: 'sub-workflow@1', config: { workflow: 'child' } } }));
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', by: null });
    await bench.until(async () => (await rows(runId, 'call'))[1]?.[1] === 'parked');
    expect(await rows(runId, 'call')).toEqual([
      [1, 'cancelled', false],
      [2, 'parked', false],
    ]);
    await bench.engine.acts.cancel(runId, null);
    await bench.ended(runId);
  });

  it('is what its events say when it has ended: the run goes on', async () => {
    bench = await EngineBench.open({ processes: true, wrap: between('success', failed) });
    await bench.publish(workflow('w', { a: shell('true'), b: noop }, ['a>b']));
    const { id, status } = await bench.run('w');
    expect(status).toBe('success');
    expect(await rows(id, 'a')).toEqual([[1, 'failed', false]]);
    expect(bench.engine.contested.names).toHaveLength(1);
  });
});
