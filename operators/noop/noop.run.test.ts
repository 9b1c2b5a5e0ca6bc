import { expect, it } from 'vitest';
import type { RunContext } from '#operators/runner.ts';
import { runner } from './noop.run.ts';

it('answers at once, without a promise and without a look at its context', () => {
  const untouchable = new Proxy({} as RunContext, {
    get: (_, name) => {
      throw new Error(`It looked at ${String(name)}.`);
    },
  });
  expect(runner.bare).toBe(true);
  expect(runner.run({}, untouchable)).toEqual({ type: 'done' });
});

it('passes on the value it was given, also an empty one', () => {
  for (const value of [[1, 2], '', 0, false, null])
    expect(runner.run({ value }, {} as RunContext)).toEqual({ type: 'done', output: value });
});
