import type { InProcessRunner } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  bare: true,
  run: ({ value }) => (value === undefined ? { type: 'done' } : { type: 'done', output: value }),
};
