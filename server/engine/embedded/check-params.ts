import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { Refusal } from '#server/refusal.ts';

/** A run's params with the defaults of the workflow's schema. Refuses what breaks the schema: `params.invalid` (422), with the faults as details. */
export function checkParams(schema: JsonObject | undefined, params: JsonObject): JsonObject {
  if (!schema) return params;
  const full = withDefaults(params, schema);
  const faults = checkValue(full, schema, 'The params');
  if (faults.length > 0) throw new Refusal('params.invalid', faults.map(({ message }) => message).join(' '), 422, { faults });
  return full;
}
