import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Does nothing: a place where threads meet. A value given to it is its output, so that what follows can read it by one name. */
export const noopOperator = defineOperator({
  type: 'noop',
  version: 1,
  title: 'No-op',
  group: 'Flow',
  icon: 'circle-dot',
  description: 'Does nothing. Joins or opens several paths; may pass a value on.',
  summary: 'does nothing',
  ports: ['out'],
  config: z.strictObject({ value: z.unknown().optional() }),
  hints: {
    value: {
      label: 'Value',
      order: 1,
      placeholder: '{{ tasks.load.output }}',
      help: 'Becomes the output. Leave it empty when nothing is to be passed on.',
    },
  },
  defaults: {},
  sideEffects: 'none',
});
