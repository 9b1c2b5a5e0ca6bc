import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** The form of a task's timeout. */
export const timeoutSchema: JsonObject = { type: 'object', properties: { timeoutSec: { type: 'number', minimum: 1 } } };
export const timeoutHints: Manifest['hints'] = {
  timeoutSec: {
    label: 'Timeout',
    widget: 'duration',
    placeholder: 'none',
    help: 'Of each attempt. One that takes longer is ended and counts as failed.',
  },
};

/** The form of `Task.priority`. */
export const prioritySchema: JsonObject = {
  type: 'object',
  properties: {
    weight: { type: 'integer', default: 1 },
    rule: { type: 'string', enum: ['downstream', 'upstream', 'absolute'], default: 'downstream' },
  },
};
export const priorityHints: Manifest['hints'] = {
  weight: { label: 'Weight', help: 'The higher one starts first when slots are scarce.' },
  rule: {
    label: 'Counts',
    help: 'Downstream: its own weight and that of everything after it. Upstream: and of everything before it. Absolute: its own alone.',
  },
};

/** The form of `Task.map`. `paths`: fields of the config a copy can get its item in. */
export const mapSchema = (paths: readonly string[]): JsonObject => ({
  type: 'object',
  properties: {
    over: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          into: paths.length > 0 ? { type: 'string', enum: [...paths] } : { type: 'string' },
          items: {},
        },
        required: ['into', 'items'],
      },
    },
    combine: { type: 'string', enum: ['product', 'zip'], default: 'product' },
    limit: { type: 'integer', minimum: 1, default: 1024 },
    maxParallel: { type: 'integer', minimum: 1 },
  },
});
export const mapHints: Manifest['hints'] = {
  over: { label: 'Lists', widget: 'list', order: 1 },
  'over.*.into': { label: 'Into', widget: 'select', help: 'Field of the config that each copy gets its item in.' },
  'over.*.items': {
    label: 'Items',
    placeholder: '["north", "south"] or {{ tasks.list.output }}',
    help: 'A list in JSON, or one template that yields a list.',
  },
  combine: { label: 'Several lists', order: 2, help: 'Product: each with each. Zip: the first with the first.' },
  limit: { label: 'At most', order: 3, unit: 'copies', help: 'A list that would make more fails the task.' },
  maxParallel: { label: 'At a time', order: 4, placeholder: 'no limit', unit: 'copies' },
};

const ofTask = mapSchema([]);
/** The form of `Group.map`: the same, but its tasks read their item by themselves. */
export const groupMapSchema: JsonObject = {
  type: 'object',
  properties: {
    ...(ofTask['properties'] as JsonObject),
    over: { type: 'array', items: { type: 'object', properties: { items: {} }, required: ['items'] } },
  },
};
export const groupMapHints: Manifest['hints'] = {
  ...mapHints,
  limit: { ...mapHints['limit'], help: 'A list that would make more fails the group.' },
};

/** The form of `Task.past`. */
export const pastSchema: JsonObject = {
  type: 'object',
  properties: { dependsOnPast: { type: 'boolean', default: false }, waitForDownstream: { type: 'boolean', default: false } },
};
export const pastHints: Manifest['hints'] = {
  dependsOnPast: { label: 'Wait for this task in the run before', help: 'It starts only if that succeeded or was skipped.' },
  waitForDownstream: { label: 'And for the tasks right after it there', help: 'Includes waiting for the task itself.' },
};

/** The form of `Task.limits`. */
export const limitsSchema: JsonObject = { type: 'object', properties: { perWorkflow: { type: 'integer', minimum: 1 } } };
export const limitsHints: Manifest['hints'] = {
  perWorkflow: {
    label: 'At a time, over all runs',
    placeholder: 'no limit',
    help: 'How many of this task may run at once, counting every run of the workflow.',
  },
};
