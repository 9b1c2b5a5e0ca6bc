import { fieldName } from '#domain/definition/field-name.ts';
import { hintAt } from '#domain/definition/hint-at.ts';
import { propertyOrder } from '#domain/definition/json-schema/property-order.ts';
import { resolveSchema } from '#domain/definition/json-schema/resolve-schema.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { FieldHint, Manifest } from '#domain/definition/schema/manifest.ts';

/** How a field is drawn. `object`: its own fields below a line; `choices`: some of several words; `json`: text that must be JSON. */
export type Widget = NonNullable<FieldHint['widget']> | 'strings' | 'choices' | 'object' | 'json';

/** One field of a form made from a JSON Schema and its hints. */
export interface FormField {
  key: string;
  /** From the root of the form. */
  path: (string | number)[];
  label: string;
  widget: Widget;
  schema: JsonObject;
  hint: FieldHint;
  required: boolean;
  /** What holds when the field says nothing. */
  preset: Json | undefined;
  /** Choices of segments, select and choices. */
  options: string[];
}

/** Fields of an object schema in the order of their hints, then of its `x-order`. Without a hint the schema decides: a list of at most four words is segments. */
export function fieldsOf(root: JsonObject, raw: Json, hints: Manifest['hints'], path: (string | number)[] = []): FormField[] {
  const schema = resolveSchema(raw, root);
  if (typeof schema === 'boolean') return [];
  const properties = schema['properties'];
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return [];
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = propertyOrder(schema).map((key, index): { field: FormField; order: number } => {
    const own = resolveSchema(properties[key], root);
    const field = typeof own === 'boolean' ? {} : own;
    const here = [...path, key];
    const found = hintAt(hints, here) ?? {};
    const about = field['description'];
    const hint = found.help === undefined && typeof about === 'string' && about !== '' ? { ...found, help: about } : found;
    return {
      order: hint.order ?? 1000 + index,
      field: {
        key,
        path: here,
        label: hint.label ?? (typeof field['title'] === 'string' && field['title'] !== '' ? field['title'] : fieldName(key)),
        widget: hint.widget ?? widgetOf(field, root),
        schema: field,
        hint,
        required: required.includes(key),
        preset: field['default'],
        options: optionsOf(field, root),
      },
    };
  });
  return fields.sort((a, b) => a.order - b.order).map(({ field }) => field);
}

function optionsOf(schema: JsonObject, root: JsonObject): string[] {
  if (Array.isArray(schema['enum'])) return schema['enum'].map(String);
  const items = schema['type'] === 'array' ? resolveSchema(schema['items'], root) : false;
  return typeof items !== 'boolean' && Array.isArray(items['enum']) ? items['enum'].map(String) : [];
}

function widgetOf(schema: JsonObject, root: JsonObject): Widget {
  if (Array.isArray(schema['enum'])) return schema['enum'].length <= 4 ? 'segments' : 'select';
  switch (schema['type']) {
    case 'boolean':
      return 'switch';
    case 'number':
    case 'integer':
      return 'number';
    case 'string':
      return 'text';
    case 'array': {
      const items = resolveSchema(schema['items'], root);
      if (typeof items !== 'boolean' && items['type'] === 'object') return 'list';
      if (typeof items !== 'boolean' && Array.isArray(items['enum'])) return 'choices';
      return typeof items !== 'boolean' && items['type'] === 'string' ? 'strings' : 'json';
    }
    case 'object':
      if (schema['properties'] !== undefined) return 'object';
      return typeof schema['additionalProperties'] === 'object' ? 'key-value' : 'json';
    default:
      return 'json';
  }
}

/** Whether a field is shown now: its `showIf` names another field of the form and the values it must have. */
export function isShown(field: FormField, value: JsonObject, fields: readonly FormField[]): boolean {
  const rule = field.hint.showIf;
  if (rule === undefined) return true;
  let at: Json | undefined = value;
  for (const key of rule.path.split('.'))
    at = typeof at === 'object' && at !== null && !Array.isArray(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  const found = at ?? fields.find((other) => other.path.join('.') === rule.path)?.preset ?? null;
  return rule.in.some((wanted) => wanted === found);
}
