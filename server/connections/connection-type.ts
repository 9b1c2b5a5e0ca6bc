import { z } from 'zod';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { FieldHint } from '#domain/definition/schema/manifest.ts';

/** A kind of connection as data: the browser draws its form from it. */
export interface ConnectionType {
  type: string;
  title: string;
  /** Name of a lucide icon, in kebab-case. */
  icon: string;
  description: string;
  /** JSON Schema of the settings, secret fields included. */
  schema: JsonObject;
  hints: Record<string, FieldHint>;
  defaults: JsonObject;
  /** Fields that are sealed and never given back. */
  secretFields: string[];
}

/** A kind of connection with what the server does with it. */
export interface ConnectionKind extends ConnectionType {
  /** Secret fields that count with these settings: of a sign-in that is not chosen none is kept. */
  wants(settings: JsonObject): string[];
  /** What a secret is bound to: scheme, host and port; null where nothing is reached. Throws when the settings name none. */
  host(settings: JsonObject, secrets: Record<string, string>): string | null;
  /** What an operator gets: settings and secrets in the form it reads. */
  resolve(settings: JsonObject, secrets: Record<string, string>): JsonObject;
  /** Further texts that tell the secret, such as user and password in base64. */
  derived?(settings: JsonObject, secrets: Record<string, string>): string[];
}

/** Makes a kind from a zod schema of its settings. */
export function defineConnection(
  kind: Omit<ConnectionKind, 'schema' | 'secretFields'> & { settings: z.ZodType },
): ConnectionKind {
  const { settings, ...rest } = kind;
  const { $schema: _, ...schema } = z.toJSONSchema(settings, { io: 'input' }) as JsonObject;
  const secretFields = Object.entries(rest.hints).flatMap(([field, { widget }]) => (widget === 'secret' ? [field] : []));
  return { ...rest, schema, secretFields };
}
