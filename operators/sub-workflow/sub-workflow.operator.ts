import { z } from 'zod';
import { idSchema } from '#domain/definition/schema/workflow.ts';
import { defineOperator } from '#operators/manifest.ts';

/** Runs another workflow. */
export const subWorkflowOperator = defineOperator({
  type: 'sub-workflow',
  version: 1,
  title: 'Sub-workflow',
  group: 'Flow',
  icon: 'workflow',
  description: 'Runs another workflow, and waits for its end.',
  summary: '{{ config.workflow }}',
  ports: ['out'],
  config: z.strictObject({
    workflow: idSchema,
    params: z.record(z.string(), z.json()).optional(),
    wait: z.boolean().default(true),
  }),
  hints: {
    workflow: {
      label: 'Workflow',
      widget: 'workflow',
      order: 1,
      help: 'Its published version runs: the newest one at that moment.',
    },
    params: { label: 'Params', widget: 'workflow-params', of: 'workflow', order: 2 },
    wait: {
      label: 'Wait for its end',
      widget: 'switch',
      order: 3,
      help: 'Its end is then the end of this task: when it fails, this task fails. Otherwise it is only started.',
    },
  },
  defaults: { workflow: '', wait: true },
  sideEffects: 'external',
  waits: true,
});
