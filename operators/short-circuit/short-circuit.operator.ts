import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Lets the run go on only when a condition holds. */
export const shortCircuitOperator = defineOperator({
  type: 'short-circuit',
  version: 1,
  title: 'Short circuit',
  group: 'Flow',
  icon: 'circle-slash',
  description: 'Goes on only when a condition holds; else skips what follows.',
  summary: '{{ config.when }}',
  ports: ['out'],
  config: z.strictObject({ when: z.string().min(1).max(10_000), directOnly: z.boolean().default(false) }),
  hints: {
    when: {
      label: 'Go on when',
      widget: 'condition',
      language: 'cel',
      order: 1,
      placeholder: 'tasks.count.output > 0',
      help: 'A CEL condition over params, tasks, ds and the other names of a template.',
    },
    directOnly: {
      label: 'Skip direct children only',
      widget: 'switch',
      order: 2,
      help: 'Later tasks then go by their own trigger rules. Off: everything after this task is skipped.',
    },
  },
  defaults: { when: 'true' },
  sideEffects: 'none',
});
