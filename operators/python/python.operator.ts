import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';
import { processLimitFields, processLimitHints } from '#operators/process-limits.ts';

/** A Python program, in a process of its own. */
export const pythonOperator = defineOperator({
  type: 'python',
  version: 1,
  title: 'Python',
  group: 'Code',
  icon: 'square-code',
  description: 'Runs Python code in a process of its own.',
  summary: '{{ config.code }}',
  ports: ['out'],
  config: z.strictObject({
    code: z.string().min(1).max(1_000_000),
    requirements: z.string().max(20_000).optional(),
    ...processLimitFields,
  }),
  hints: {
    code: {
      label: 'Code',
      widget: 'code',
      language: 'python',
      order: 1,
      help: 'main takes the outputs of the tasks before, by id, and what is known of the run. What it returns is the output.',
    },
    requirements: {
      label: 'Requirements',
      widget: 'textarea',
      order: 2,
      placeholder: 'httpx==0.28.1',
      help: 'Packages for pip, one a line. They are installed once and kept.',
    },
    ...processLimitHints,
  },
  defaults: { code: 'def main(inputs, run):\n    return {"rows": 0}\n' },
  sideEffects: 'external',
});
