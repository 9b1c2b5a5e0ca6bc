import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** A task's settings beside rule and retry, as a form. The pointers are those of a task in the definition. */
export const taskSettingsSchema: JsonObject = {
  type: 'object',
  properties: {
    timeoutSec: { type: 'number', minimum: 1 },
    priority: {
      type: 'object',
      properties: {
        weight: { type: 'integer', default: 1 },
        rule: { type: 'string', enum: ['downstream', 'upstream', 'absolute'], default: 'downstream' },
      },
    },
    idempotent: { type: 'string', enum: ['yes', 'no'] },
    disabled: { type: 'boolean', default: false },
    map: {
      type: 'object',
      properties: {
        over: {
          type: 'array',
          items: { type: 'object', properties: { into: { type: 'string' }, items: {} }, required: ['into', 'items'] },
        },
        combine: { type: 'string', enum: ['product', 'zip'], default: 'product' },
        limit: { type: 'integer', minimum: 1, default: 1024 },
        maxParallel: { type: 'integer', minimum: 1 },
      },
    },
    past: {
      type: 'object',
      properties: { dependsOnPast: { type: 'boolean', default: false }, waitForDownstream: { type: 'boolean', default: false } },
    },
    limits: { type: 'object', properties: { perWorkflow: { type: 'integer', minimum: 1 } } },
  },
};

export const taskSettingsHints: Manifest['hints'] = {
  timeoutSec: {
    label: 'Timeout',
    widget: 'duration',
    order: 1,
    placeholder: 'none',
    help: 'Of each attempt. One that takes longer is ended and counts as failed.',
  },
  priority: { label: 'Priority', order: 3 },
  'priority.weight': { label: 'Weight', help: 'The higher one starts first when slots are scarce.' },
  'priority.rule': { label: 'Counts', help: 'Downstream: its own weight and that of everything after it.' },
  idempotent: {
    label: 'Safe to run twice',
    widget: 'segments',
    order: 4,
    help: 'Says whether a second attempt may repeat what the first has done.',
  },
  disabled: { label: 'Disabled', order: 5, help: 'It is skipped at the moment it would start.' },
  map: { label: 'One copy per item', order: 6 },
  'map.over': { label: 'Lists', widget: 'list' },
  'map.over.*.into': { label: 'Into', placeholder: 'url', help: 'Field of the config that each copy gets its item in.' },
  'map.over.*.items': {
    label: 'Items',
    placeholder: '{{ tasks.list.output }}',
    help: 'A list in JSON, or a template that yields one.',
  },
  'map.combine': { label: 'Several lists', help: 'Product: each with each. Zip: the first with the first.' },
  'map.limit': { label: 'At most', unit: 'copies' },
  'map.maxParallel': { label: 'At a time', placeholder: 'no limit', unit: 'copies' },
  past: { label: 'The run before', order: 7 },
  'past.dependsOnPast': { label: 'Wait for the same task there', help: 'It starts only if that succeeded or was skipped.' },
  'past.waitForDownstream': { label: 'And for what follows it' },
  limits: { label: 'Limits', order: 8 },
  'limits.perWorkflow': { label: 'At a time, over all runs', placeholder: 'no limit' },
};
