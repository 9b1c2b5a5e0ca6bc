import { describe, expect, it } from 'vitest';
import type { Json } from '#domain/definition/schema/json.ts';
import type { RunContext } from '#operators/runner.ts';
import { runner } from './short-circuit.run.ts';

const context = (value: Json) => ({ log: () => {}, evaluate: async () => value }) as unknown as RunContext;

describe('a short circuit', () => {
  it('goes on when its condition holds', async () => {
    expect(await runner.run({ when: 'x' }, context(true))).toEqual({ type: 'done', output: true });
  });

  it('skips all descendants, or only its children', async () => {
    expect(await runner.run({ when: 'x' }, context(false))).toEqual({ type: 'done', output: false, shortCircuit: 'descendants' });
    expect(await runner.run({ when: 'x', directOnly: true }, context(false))).toMatchObject({ shortCircuit: 'children' });
  });

  it('fails on a condition that is neither true nor false', async () => {
    await expect(runner.run({ when: 'x' }, context('yes'))).rejects.toMatchObject({ code: 'condition' });
  });
});
