import { describe, expect, it } from 'vitest';
import type { Json } from '#domain/definition/schema/json.ts';
import { CodedFailure, type RunContext } from '#operators/runner.ts';
import { runner } from './branch.run.ts';

/** A context whose conditions give these values, in order; what is asked afterwards is a mistake. */
function context(...values: Json[]): RunContext {
  const answers = [...values];
  return {
    log: () => {},
    evaluate: async () => {
      if (answers.length === 0) throw new Error('One condition too many was asked.');
      return answers.shift()!;
    },
  } as unknown as RunContext;
}
const cases = [
  { port: 'a', when: 'x' },
  { port: 'b', when: 'y' },
  { port: 'a', when: 'z' },
];

describe('a branch', () => {
  it('follows the first case that holds, and asks no further', async () => {
    expect(await runner.run({ cases }, context(false, true))).toEqual({ type: 'done', output: ['b'], ports: ['b'] });
  });

  it('follows every case that holds when it is told to, each port once', async () => {
    expect(await runner.run({ cases, all: true }, context(true, true, true))).toMatchObject({ ports: ['a', 'b'] });
  });

  it('follows otherwise when none holds, or nothing', async () => {
    expect(await runner.run({ cases, otherwise: 'c' }, context(false, false, false))).toMatchObject({ ports: ['c'] });
    expect(await runner.run({ cases, otherwise: '' }, context(false, false, false))).toMatchObject({ ports: [] });
    expect(await runner.run({ cases, all: true, otherwise: 'c' }, context(false, true, false))).toMatchObject({ ports: ['b'] });
  });

  it('fails on a condition that is neither true nor false', async () => {
    await expect(runner.run({ cases }, context(1))).rejects.toMatchObject({ code: 'condition' } satisfies Partial<CodedFailure>);
  });
});
