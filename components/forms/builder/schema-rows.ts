import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { propertyOrder } from '#domain/definition/json-schema/property-order.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';

/** One property of an object schema, as the builder shows it. */
export interface SchemaRow {
  name: string;
  /** Its schema; words the builder does not know stay in it. */
  own: JsonObject;
  required: boolean;
}

/** The properties of an object schema in the order of the form. */
export function schemaRows(schema: JsonObject): SchemaRow[] {
  const { properties, required } = schema;
  return propertyOrder(schema).map((name) => {
    const own = isJsonObject(properties) ? properties[name] : undefined;
    return { name, own: isJsonObject(own) ? own : {}, required: Array.isArray(required) && required.includes(name) };
  });
}

/**
 * The schema with these rows as its properties; undefined without any. The order is written as `x-order` where it is not the alphabet, which is
 * how a workflow file sorts keys. What else the schema says is kept.
 */
export function schemaOfRows(schema: JsonObject, rows: readonly SchemaRow[]): JsonObject | undefined {
  if (rows.length === 0) return undefined;
  const rest: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) if (!['required', 'x-order'].includes(key)) rest[key] = value;
  const names = rows.map(({ name }) => name);
  const required = rows.filter((row) => row.required).map(({ name }) => name);
  const sorted = names.every((name, i) => i === 0 || (names[i - 1] ?? '') < name);
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(rows.map(({ name, own }) => [name, own])),
    ...(required.length > 0 ? { required } : {}),
    ...(sorted ? {} : { 'x-order': names }),
  };
}
