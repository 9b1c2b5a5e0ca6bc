import type { JsonObject } from '#domain/definition/schema/json.ts';
import { alertEvents } from '#domain/definition/schema/workflow.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** Settings of a workflow as a form. */
export const workflowSettingsSchema: JsonObject = {
  type: 'object',
  properties: {
    concurrency: { type: 'string', enum: ['queue', 'skip', 'cancel-previous'], default: 'queue' },
    maxActiveRuns: { type: 'integer', minimum: 1, default: 16 },
    maxActiveTasks: { type: 'integer', minimum: 1, default: 16 },
    maxActiveTasksPerWorkflow: { type: 'integer', minimum: 1 },
    runTimeoutSec: { type: 'number', minimum: 1 },
    runStatusRule: { type: 'string', enum: ['leaves', 'any-failure'], default: 'leaves' },
    failFast: { type: 'boolean', default: false },
    autoPauseAfterFailures: { type: 'integer', minimum: 1, maximum: 1000 },
    alerts: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['on', 'connection'],
        properties: {
          on: { type: 'array', items: { enum: [...alertEvents] } },
          lateAfterSec: { type: 'number', minimum: 1 },
          connection: { type: 'string' },
          to: { type: 'string' },
        },
      },
    },
    retention: {
      type: 'object',
      properties: { runs: { type: 'integer', minimum: 1 }, days: { type: 'integer', minimum: 1 } },
    },
  },
};

export const workflowSettingsHints: Manifest['hints'] = {
  concurrency: {
    label: 'The run before is not finished',
    order: 1,
    help: 'A new run waits, is skipped with a record, or ends the one before.',
  },
  maxActiveRuns: { label: 'Runs at a time', order: 2 },
  maxActiveTasks: { label: 'Tasks at a time, in one run', order: 3 },
  maxActiveTasksPerWorkflow: { label: 'Tasks at a time, over all runs', order: 4, placeholder: 'no limit' },
  runTimeoutSec: { label: 'Run timeout', widget: 'duration', order: 5, placeholder: 'none' },
  runStatusRule: {
    label: 'A run has failed when',
    order: 6,
    help: 'Leaves: one of its last tasks failed. Any failure: any task did.',
  },
  failFast: { label: 'Fail fast', order: 7, help: 'The first final failure ends what runs and skips the rest.' },
  autoPauseAfterFailures: {
    label: 'Circuit opens after failed runs in a row',
    order: 8,
    placeholder: 'never',
    help: 'Then what falls due is skipped, until a trial run succeeds or somebody closes the circuit.',
  },
  alerts: { label: 'Alerts', order: 9, help: 'Of runs of published versions. What is sent is listed under Alerts.' },
  'alerts.*.on': { label: 'Tell when', order: 1 },
  'alerts.*.lateAfterSec': {
    label: 'Late after',
    widget: 'duration',
    order: 2,
    placeholder: 'from its creation',
    help: 'Needed for Late.',
  },
  'alerts.*.connection': {
    label: 'Through',
    widget: 'connection',
    order: 3,
    accepts: ['smtp', 'webhook', 'http'],
    help: 'A mail server or a webhook.',
  },
  'alerts.*.to': {
    label: 'To',
    order: 4,
    placeholder: 'ada@example.com, team@example.com',
    help: 'With a mail server.',
  },
  retention: { label: 'Keep', order: 10 },
  'retention.runs': { label: 'Runs', placeholder: 'all' },
  'retention.days': { label: 'Days', placeholder: 'for ever', unit: 'd' },
};
