import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineBench } from '#server/engine/testing/engine-bench.ts';
import { noop, workflow } from '#server/engine/testing/workflows.ts';
import type { Refusal } from '#server/refusal.ts';
import { previewClear } from './preview-clear.ts';

const hour = 3_600_000;
const notes = { operator: 'noop@1', config: {}, idempotent: 'no' as const };
let bench: EngineBench;
let ids: string[];
beforeAll(async () => {
  bench = await EngineBench.open();
  await bench.publish(workflow('w', { a: noop, send: notes }, ['a>send']));
  ids = [];
  const run = async (at: number) => {
    const { runId } = await bench.engine.creator.create({ workflowId: 'w', runType: 'manual', logicalTime: at * hour, by: null });
    await bench.ended(runId);
    ids.push(runId);
  };
  for (const at of [3, 1, 2]) await run(at);
  await bench.publish(workflow('w', { a: noop, send: notes, late: noop }, ['a>send', 'send>late']));
  await run(4);
});
afterAll(() => bench.close());

const ask = (input: Parameters<typeof previewClear>[2]) =>
  previewClear(bench.store, { previewAct: ({ runId, act }) => bench.engine.acts.preview(runId, act) }, input);
const words = async (input: Parameters<typeof previewClear>[2]) =>
  (await ask(input)).previews.map(({ number, refused, changes }) => [
    number,
    refused ?? changes.map(({ task, consent }) => `${task}${consent ? ' asks' : ''}`).join(', '),
  ]);

describe('what clearing would change', () => {
  it('in the runs before and after by logical time, each by its own version', async () => {
    const runs = [{ runId: ids[0]!, tasks: [{ task: 'send' }, { task: 'late' }], downstream: true }];
    expect(await words({ runs })).toEqual([[1, 'send asks']]);
    expect(await words({ runs, past: true })).toEqual([
      [2, 'send asks'],
      [3, 'send asks'],
      [1, 'send asks'],
    ]);
    expect(await words({ runs, future: true })).toEqual([
      [1, 'send asks'],
      [4, 'send asks, late'],
    ]);
    expect(await words({ runs, past: true, future: true })).toHaveLength(4);
    // A task that only the newest version has.
    expect(await words({ runs: [{ runId: ids[3]!, tasks: [{ task: 'late' }] }], past: true })).toEqual([
      [2, 'It has none of these tasks.'],
      [3, 'It has none of these tasks.'],
      [1, 'It has none of these tasks.'],
      [4, 'late'],
    ]);
  });

  it('in runs that are named, all their tasks when none is named', async () => {
    expect(await words({ runs: [{ runId: ids[1]! }, { runId: ids[3]!, onlyFailed: true }] })).toEqual([
      [2, 'a, send asks'],
      [4, expect.stringMatching(/nothing|anything/i)],
    ]);
  });

  it('of one run only goes over past and future; a run that is not there is named', async () => {
    const code = (input: Parameters<typeof previewClear>[2]) => ask(input).catch((error: Refusal) => error.code);
    expect(await code({ runs: ids.map((runId) => ({ runId })), past: true })).toBe('clear.one-run');
    expect(await code({ runs: [{ runId: 'nobody' }] })).toBe('run.unknown');
  });
});
