import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Lets only the newest run of a schedule go on. */
export const latestOnlyOperator = defineOperator({
  type: 'latest-only',
  version: 1,
  title: 'Latest only',
  group: 'Flow',
  icon: 'skip-forward',
  description: 'Goes on only in the newest run of a schedule; else skips what follows directly.',
  summary: '',
  ports: ['out'],
  config: z.strictObject({}),
  hints: {},
  defaults: {},
  sideEffects: 'none',
});
