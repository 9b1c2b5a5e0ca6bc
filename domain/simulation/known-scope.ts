import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { Scenario } from './scenario.ts';

/** Names of a template's scope that are known before a run begins. */
export const knownNames: ReadonlySet<string> = new Set([
  'params',
  'ds',
  'ts',
  'logical_time',
  'data_interval_start',
  'data_interval_end',
]);

/** Their values: params with the defaults of the workflow's schema, and the logical time as the text that templates see. */
export function knownScope(workflow: Workflow, { params, logicalTime = 0 }: Scenario): JsonObject {
  const ts = new Date(logicalTime).toISOString();
  const properties = (workflow.params?.['properties'] ?? {}) as Record<string, JsonObject>;
  const defaults = Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => (schema['default'] === undefined ? [] : [[name, schema['default']]])),
  );
  return {
    params: { ...defaults, ...params },
    ds: ts.slice(0, 10),
    ts,
    logical_time: ts,
    data_interval_start: ts,
    data_interval_end: ts,
  };
}
