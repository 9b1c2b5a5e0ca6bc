import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

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
    /** MiB that each of its processes may use; missing: what the product is set to. */
    memoryMb: z
      .int()
      .min(16)
      .max(2 ** 24)
      .optional(),
    /** Seconds of processor time of each process; missing: what the product is set to. */
    cpuSec: z.int().min(1).max(31_536_000).optional(),
  }),
  hints: {
    code: {
      label: 'Code',
      widget: 'code',
      language: 'javascript',
      order: 1,
      help: 'A module whose default export takes the outputs of the tasks before and what is known of the run.',
    },
    memoryMb: {
      label: 'Memory, MiB',
      order: 8,
      placeholder: 'no limit',
      help: 'Most that it may use; over it, the attempt fails with oom.',
    },
    cpuSec: {
      label: 'Processor time, s',
      order: 9,
      placeholder: 'no limit',
      help: 'Most that it may use, not counting waiting; over it, the attempt fails with cpu.',
    },
  },
  defaults: { code: 'export default async (inputs, run) => {\n  return { rows: 0 };\n};\n' },
  sideEffects: 'external',
});
