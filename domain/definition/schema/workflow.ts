import './jitless.ts';
import { z } from 'zod';
import type { Json, JsonObject } from './json.ts';

/** Caps of a definition; going over one is a problem with the code `definition.cap`. */
export const caps = { tasks: 10_000, edges: 50_000, depth: 64, importBytes: 10 * 1024 * 1024, mapLimit: 1024 } as const;

/** The twelve trigger rules, in Airflow's words. */
export const triggerRules = [
  'all_success',
  'all_failed',
  'all_done',
  'all_done_min_one_success',
  'all_skipped',
  'one_success',
  'one_failed',
  'one_done',
  'none_failed',
  'none_failed_min_one_success',
  'none_skipped',
  'always',
] as const;

const json: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const jsonObject = z.record(z.string(), json) as z.ZodType<JsonObject>;
const int = (min: number, max: number) => z.number().int().min(min).max(max);
const seconds = (min = 0) =>
  z
    .number()
    .min(min)
    .max(366 * 86_400);
/** Text that the canonical file may write as an array of lines. */
const lines = z.preprocess(
  (v) => (Array.isArray(v) && v.every((l) => typeof l === 'string') ? v.join('\n') : v),
  z.string().max(1_000_000),
);

export const idSchema = z.string().regex(/^[A-Za-z0-9_.-]{1,200}$/, 'an id has 1 to 200 letters, digits, "_", "." or "-"');
/** An instant in ISO 8601, with an offset or `Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

export const retrySchema = z.strictObject({
  max: int(0, 1000).default(0),
  delaySec: seconds().default(300),
  multiplier: z.number().min(0).max(100).default(0),
  maxDelaySec: seconds(1).optional(),
});
export const poolUseSchema = z.strictObject({ name: z.string().min(1).max(200), slots: int(1, 10_000).default(1) });
export const prioritySchema = z.strictObject({
  weight: int(-1_000_000, 1_000_000).default(1),
  rule: z.enum(['downstream', 'upstream', 'absolute']).default('downstream'),
});
export const mapSchema = z.strictObject({
  over: z
    .array(z.strictObject({ into: z.string().min(1).max(500), items: z.union([z.array(json), z.string().min(1)]) }))
    .min(1)
    .max(8),
  combine: z.enum(['product', 'zip']).default('product'),
  limit: int(1, 1_000_000).default(caps.mapLimit),
  maxParallel: int(1, 1_000_000).optional(),
});
export const roleSchema = z.union([
  z.strictObject({ setup: z.literal(true) }),
  z.strictObject({ teardown: z.strictObject({ of: z.array(idSchema).max(1000), failsRun: z.boolean().default(false) }) }),
]);

export const taskSchema = z.strictObject({
  id: idSchema,
  operator: z.string().regex(/^[a-z][a-z0-9_-]{0,99}@[0-9]{1,6}$/, 'an operator is written type@version, such as shell@1'),
  name: z.string().max(200).optional(),
  config: jsonObject,
  triggerRule: z.enum(triggerRules).default('all_success'),
  retry: retrySchema.optional(),
  timeoutSec: seconds(1).optional(),
  pool: poolUseSchema.optional(),
  priority: prioritySchema.optional(),
  map: mapSchema.optional(),
  role: roleSchema.optional(),
  past: z.strictObject({ dependsOnPast: z.boolean().default(false), waitForDownstream: z.boolean().default(false) }).optional(),
  limits: z.strictObject({ perWorkflow: int(1, 100_000).optional() }).optional(),
  idempotent: z.enum(['yes', 'no']).optional(),
  disabled: z.boolean().default(false),
  group: idSchema.optional(),
  doc: lines.optional(),
});

export const edgeSchema = z.strictObject({
  from: idSchema,
  port: z.string().min(1).max(200).default('out'),
  to: idSchema,
  label: z.string().max(200).optional(),
});
export const groupSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200).optional(),
  parent: idSchema.optional(),
  collapsed: z.boolean().default(false),
  map: mapSchema.optional(),
  color: z.string().max(40).optional(),
});
const point = z.tuple([z.number(), z.number()]);
export const noteSchema = z.strictObject({ id: idSchema, text: lines, at: point, size: point.optional() });

const dstSchema = z.strictObject({
  gap: z.enum(['shift', 'start', 'skip']).default('shift'),
  overlap: z.enum(['first', 'second', 'both']).default('first'),
});
const triggerBase = {
  id: idSchema,
  timezone: z.string().min(1).max(100).default('UTC'),
  params: jsonObject.optional(),
  start: instantSchema.optional(),
  end: instantSchema.optional(),
  catchup: z.enum(['none', 'all']).default('none'),
  missed: z.enum(['latest', 'all', 'skip']).default('latest'),
  dst: dstSchema.optional(),
  jitterSec: seconds().optional(),
};
export const triggerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...triggerBase,
    type: z.literal('cron'),
    cron: z.array(z.string().max(500)).min(1).max(50),
    interval: z.boolean().default(false),
  }),
  z.strictObject({
    ...triggerBase,
    type: z.literal('every'),
    everySec: z
      .number()
      .min(1)
      .max(366 * 86_400),
    anchor: instantSchema.optional(),
    interval: z.boolean().default(false),
  }),
  z.strictObject({ ...triggerBase, type: z.literal('dates'), at: z.array(instantSchema).min(1).max(10_000) }),
  z.strictObject({ ...triggerBase, type: z.literal('once'), start: instantSchema }),
  z.strictObject({ ...triggerBase, type: z.literal('continuous') }),
]);

/** What an alert may be about: how a run ended, that it has not ended in time, or that the schedule is held back. */
export const alertEvents = ['failed', 'success', 'cancelled', 'late', 'circuit-open'] as const;
const alertSchema = z.strictObject({
  // One that is being written may be empty; a rule says what is missing.
  on: z.array(z.enum(alertEvents)).max(alertEvents.length).default([]),
  lateAfterSec: seconds(1).optional(),
  connection: z.string().max(200).default(''),
  to: z.string().min(1).max(2_000).optional(),
});
export const settingsSchema = z.strictObject({
  maxActiveRuns: int(1, 100_000).default(16),
  maxActiveTasks: int(1, 100_000).default(16),
  maxActiveTasksPerWorkflow: int(1, 100_000).optional(),
  runTimeoutSec: seconds(1).optional(),
  failFast: z.boolean().default(false),
  runStatusRule: z.enum(['leaves', 'any-failure']).default('leaves'),
  concurrency: z.enum(['queue', 'skip', 'cancel-previous']).default('queue'),
  autoPauseAfterFailures: int(1, 1000).optional(),
  alerts: z.array(alertSchema).max(20).optional(),
  retention: z.strictObject({ runs: int(1, 10_000_000).optional(), days: int(1, 36_500).optional() }).optional(),
});
export const taskDefaultsSchema = z.strictObject({
  retry: retrySchema.optional(),
  timeoutSec: seconds(1).optional(),
  pool: poolUseSchema.optional(),
  priority: prioritySchema.optional(),
});
export const layoutSchema = z.strictObject({
  positions: z.record(z.string(), point),
  direction: z.enum(['LR', 'TB']).default('LR'),
  sizes: z.record(z.string(), point).optional(),
});

/** The definition of a workflow, `drawloom/workflow@1`: the contract between canvas, file, database, machine and CLI. */
export const workflowSchema = z.strictObject({
  format: z.literal('drawloom/workflow@1'),
  id: idSchema,
  name: z.string().min(1).max(200),
  description: lines.optional(),
  tags: z.array(z.string().min(1).max(60)).max(50).optional(),
  owner: z.string().max(200).optional(),
  params: jsonObject.optional(),
  triggers: z.array(triggerSchema).max(100),
  settings: settingsSchema.optional(),
  taskDefaults: taskDefaultsSchema.optional(),
  tasks: z.array(taskSchema).max(caps.tasks),
  edges: z.array(edgeSchema).max(caps.edges),
  groups: z.array(groupSchema).max(caps.tasks).optional(),
  notes: z.array(noteSchema).max(1000).optional(),
  layout: layoutSchema.optional(),
});

/** A parsed definition: every default filled in. */
export type Workflow = z.output<typeof workflowSchema>;
/** A definition as written in a file: defaults may be missing. */
export type WorkflowFile = z.input<typeof workflowSchema>;
export type Task = Workflow['tasks'][number];
export type Edge = Workflow['edges'][number];
export type Group = NonNullable<Workflow['groups']>[number];
export type Note = NonNullable<Workflow['notes']>[number];
export type Trigger = Workflow['triggers'][number];
export type Layout = NonNullable<Workflow['layout']>;
export type Retry = z.output<typeof retrySchema>;
export type Settings = z.output<typeof settingsSchema>;
export type TriggerRule = (typeof triggerRules)[number];
