import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Does nothing: a place where threads meet. */
export const noopOperator = defineOperator({
  type: 'noop',
  version: 1,
  title: 'No-op',
  group: 'Flow',
  icon: 'circle-dot',
  description: 'Does nothing. Joins or opens several paths.',
  summary: 'does nothing',
  ports: ['out'],
  config: z.strictObject({}),
  hints: {},
  defaults: {},
  sideEffects: 'none',
});
