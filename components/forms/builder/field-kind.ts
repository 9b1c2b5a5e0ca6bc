import type { JsonObject } from '#domain/definition/schema/json.ts';

/** Kinds of field that the builder can make; `other` is what was written by hand. */
export const fieldKinds = ['string', 'number', 'integer', 'boolean', 'choice', 'array', 'object'] as const;
export type FieldKind = (typeof fieldKinds)[number] | 'other';

/** What kind of field a schema is: by its type, a text with fixed values is a choice. */
export function fieldKind(own: JsonObject): FieldKind {
  const { type } = own;
  if (own['enum'] !== undefined) return type === 'string' && Array.isArray(own['enum']) ? 'choice' : 'other';
  return fieldKinds.find((kind) => kind === type && kind !== 'choice') ?? 'other';
}

/** The schema as another kind of field. Bounds and default went with the old one; an optional text begins empty, so that templates can read it. */
export function withKind(own: JsonObject, kind: FieldKind, required: boolean): JsonObject {
  const words: JsonObject = {};
  for (const key of ['title', 'description']) if (own[key] !== undefined) words[key] = own[key];
  if (kind === 'choice') return { ...words, type: 'string', enum: [] };
  if (kind === 'boolean') return { ...words, type: 'boolean', default: false };
  if (kind === 'string') return { ...words, type: 'string', ...(required ? {} : { default: '' }) };
  return kind === 'other' ? own : { ...words, type: kind };
}
