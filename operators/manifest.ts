import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';

export type { FieldHint, Manifest, Ports } from '#domain/definition/schema/manifest.ts';

/**
 * Makes a manifest from a zod schema of the config: the browser draws its form from the JSON Schema, `validate` reads it.
 * Fields with a default are optional in it, so a default need not be written out.
 */
export function defineOperator(operator: Omit<Manifest, 'configSchema'> & { config: z.ZodType }): Manifest {
  const { config, ...rest } = operator;
  const { $schema: _, ...configSchema } = z.toJSONSchema(config, { io: 'input' }) as JsonObject;
  return { ...rest, configSchema };
}
