import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

const port = z.string().min(1).max(200);

/** Opens the ports whose conditions hold; what hangs on the others is skipped. */
export const branchOperator = defineOperator({
  type: 'branch',
  version: 1,
  title: 'Branch',
  group: 'Flow',
  icon: 'split',
  description: 'Follows the first port whose condition holds, or all of them.',
  summary: "{{ config.cases | length }} {{ 'case' if config.cases | length == 1 else 'cases' }}",
  ports: { fromConfig: 'cases', each: 'port', optional: 'otherwise' },
  config: z.strictObject({
    cases: z
      .array(z.strictObject({ port, when: z.string().min(1).max(10_000) }))
      .min(1)
      .max(100),
    otherwise: port.optional(),
    all: z.boolean().default(false),
  }),
  hints: {
    cases: { label: 'Cases', widget: 'list', order: 1, help: 'From top to bottom. The first condition that holds decides.' },
    'cases.*.port': { label: 'Port', widget: 'text', order: 1, placeholder: 'dry' },
    'cases.*.when': {
      label: 'When',
      widget: 'condition',
      language: 'cel',
      order: 2,
      placeholder: 'tasks.check.output.rows > 0',
      help: 'A CEL condition over params, tasks, ds and the other names of a template.',
    },
    otherwise: {
      label: 'Otherwise',
      widget: 'text',
      order: 2,
      placeholder: 'other',
      help: 'Port taken when no condition holds. Empty: everything is skipped.',
    },
    all: {
      label: 'All that hold',
      widget: 'switch',
      order: 3,
      help: 'Follows every port whose condition holds, not only the first.',
    },
  },
  defaults: { cases: [{ port: 'yes', when: 'true' }], otherwise: 'no' },
  sideEffects: 'none',
});
