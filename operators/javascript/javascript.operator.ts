import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';
import { processLimitFields, processLimitHints } from '#operators/process-limits.ts';

/** A JavaScript module, in a Node process of its own. */
export const javascriptOperator = defineOperator({
  type: 'javascript',
  version: 1,
  title: 'JavaScript',
  group: 'Code',
  icon: 'braces',
  description: 'Runs JavaScript in a Node process of its own.',
  summary: '{{ config.code }}',
  ports: ['out'],
  config: z.strictObject({
    code: z.string().min(1).max(1_000_000),
    ...processLimitFields,
  }),
  hints: {
    code: {
      label: 'Code',
      widget: 'code',
      language: 'javascript',
      order: 1,
      help: 'A module whose default export takes the outputs of the tasks before and what is known of the run.',
    },
    ...processLimitHints,
  },
  defaults: { code: 'export default async (inputs, run) => {\n  return { rows: 0 };\n};\n' },
  sideEffects: 'external',
});
