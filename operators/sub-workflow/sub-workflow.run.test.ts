import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { RunContext } from '#operators/runner.ts';
import { runner } from './sub-workflow.run.ts';

const context = (more: Partial<RunContext> = {}) => ({ log: () => {}, ...more }) as RunContext;
const child = { runId: 'r', number: 7, workflow: 'inner', failed: [] };
const ended = (answer: JsonObject) =>
  runner.run(
    { workflow: 'inner' },
    context({ woken: { answer: { ...child, ...answer } }, outputsOfRun: (runId) => Promise.resolve({ last: `of ${runId}` }) }),
  );

describe('a sub-workflow', () => {
  it('asks for a run, and waits unless told otherwise', () => {
    expect(runner.run({ workflow: 'inner' }, context())).toEqual({ type: 'child', workflow: 'inner', params: {}, wait: true });
    expect(runner.run({ workflow: 'inner', params: { city: 'Oslo' }, wait: false }, context())).toEqual({
      type: 'child',
      workflow: 'inner',
      params: { city: 'Oslo' },
      wait: false,
    });
  });

  it('gives the run and what its last tasks answered', async () => {
    const { failed: _, ...named } = child;
    expect(await ended({ status: 'success' })).toEqual({
      type: 'done',
      output: { ...named, status: 'success', outputs: { last: 'of r' } },
    });
    expect(await ended({ status: 'queued' })).toEqual({ type: 'done', output: { ...named, status: 'queued' } });
  });

  it('fails with the names of the tasks that failed; a cancelled run is not run again', async () => {
    expect(
      await ended({
        status: 'failed',
        failed: [
          { task: 'load', reason: 'exit 3' },
          { task: 'each', index: 4, reason: null },
        ],
      }),
    ).toEqual({
      type: 'failed',
      error: { code: 'child', message: 'run 7 of inner failed: load (exit 3), each[4]' },
      retry: 'policy',
    });
    expect(await ended({ status: 'cancelled' })).toMatchObject({ type: 'failed', retry: 'never' });
  });
});
