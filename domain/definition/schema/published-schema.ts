import { z } from 'zod';
import type { JsonObject } from './json.ts';
import {
  edgeSchema,
  groupSchema,
  idSchema,
  instantSchema,
  layoutSchema,
  mapSchema,
  noteSchema,
  poolUseSchema,
  prioritySchema,
  retrySchema,
  roleSchema,
  settingsSchema,
  taskDefaultsSchema,
  taskSchema,
  triggerSchema,
  workflowSchema,
} from './workflow.ts';

/** Names of the parts, as an editor shows them. */
const parts = {
  Id: idSchema,
  Instant: instantSchema,
  Task: taskSchema,
  Edge: edgeSchema,
  Group: groupSchema,
  Note: noteSchema,
  Trigger: triggerSchema,
  Settings: settingsSchema,
  TaskDefaults: taskDefaultsSchema,
  Layout: layoutSchema,
  Retry: retrySchema,
  PoolUse: poolUseSchema,
  Priority: prioritySchema,
  Map: mapSchema,
  Role: roleSchema,
};
const lines = {
  anyOf: [{ type: 'string' as const }, { type: 'array' as const, items: { type: 'string' as const } }],
  description: 'Text, or its lines.',
};

/**
 * The JSON Schema (2020-12) of a workflow file, `drawloom/workflow@1`: what an editor checks and completes with. Fields with a default may be missing.
 * It knows shapes; whether a workflow makes sense is asked of `validate`. Published as public/workflow-1.schema.json by scripts/publish-schema.mjs.
 */
export function publishedSchema(): JsonObject {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(parts)) names.add(schema, { id });
  const drawn = z.toJSONSchema(workflowSchema, {
    io: 'input',
    unrepresentable: 'any',
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type !== 'pipe') return;
      // Text that may stand as lines is a transformation, which JSON Schema cannot say.
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, lines);
    },
  });
  // The one part that zod names itself is any JSON value, which holds itself.
  const schema = JSON.parse(JSON.stringify(drawn).replaceAll('__schema0', 'Json')) as JsonObject;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'workflow-1.schema.json',
    title: 'Drawloom workflow',
    description: 'A workflow file, drawloom/workflow@1.',
    ...schema,
  };
}
