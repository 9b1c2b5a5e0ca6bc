import { publishedSchema } from '#domain/definition/schema/published-schema.ts';

/** The published file: two spaces, ending in a line feed. */
export const schemaText = (): string => `${JSON.stringify(publishedSchema(), null, 2)}\n`;
