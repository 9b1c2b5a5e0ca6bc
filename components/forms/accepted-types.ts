import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { FieldHint } from '#domain/definition/schema/manifest.ts';
import type { FormField } from './form-field.ts';

/** Types of connection that a field takes now: fixed, or by the value of another field of the form. Null: any. */
export function acceptedTypes(hint: FieldHint, value: JsonObject, fields: readonly FormField[]): readonly string[] | null {
  const { accepts } = hint;
  if (accepts === undefined || Array.isArray(accepts)) return accepts ?? null;
  const found = value[accepts.path] ?? fields.find(({ key }) => key === accepts.path)?.preset;
  return typeof found === 'string' && Object.hasOwn(accepts.of, found) ? (accepts.of[found] ?? null) : null;
}
