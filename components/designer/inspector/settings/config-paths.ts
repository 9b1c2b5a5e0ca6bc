import { fieldsOf, type FormField } from '#components/forms/form-field.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

/** Places of a config that a mapped task may get its item in: every field, and the fields of objects in it, dotted. */
export function configPaths(manifest: Manifest | undefined): string[] {
  if (manifest === undefined) return [];
  const inside = (fields: readonly FormField[]): string[] =>
    fields.flatMap((field) => [
      field.path.join('.'),
      ...(field.widget === 'object' ? inside(fieldsOf(manifest.configSchema, field.schema, manifest.hints, field.path)) : []),
    ]);
  return inside(fieldsOf(manifest.configSchema, manifest.configSchema, manifest.hints));
}
