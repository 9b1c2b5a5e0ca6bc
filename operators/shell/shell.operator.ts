import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';
import { processLimitFields, processLimitHints } from '#operators/process-limits.ts';

/** A command of the system's shell, `sh -c`. */
export const shellOperator = defineOperator({
  type: 'shell',
  version: 1,
  title: 'Shell',
  group: 'Code',
  icon: 'terminal',
  description: 'Runs a command with sh.',
  summary: '{{ config.command }}',
  ports: ['out'],
  config: z.strictObject({
    command: z.string().min(1).max(100_000),
    environment: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()).optional(),
    output: z.enum(['none', 'lastLine', 'json']).default('none'),
    ...processLimitFields,
  }),
  hints: {
    command: {
      label: 'Command',
      widget: 'code',
      language: 'shell',
      order: 1,
      placeholder: 'wc -l "$DRAWLOOM_FILES/orders.csv"',
      help: 'Runs with sh in a directory of its own. Values go in through Environment, not into the text.',
    },
    environment: {
      label: 'Environment',
      widget: 'key-value',
      order: 2,
      help: 'Variables of the command. A value may be a template.',
    },
    output: { label: 'Output', widget: 'segments', order: 3, help: 'The last line that it prints, as text or as JSON.' },
    ...processLimitHints,
  },
  defaults: { command: '' },
  sideEffects: 'external',
});
