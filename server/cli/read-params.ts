import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { Exit, exitCodes } from './exit.ts';

/** Option parser of `--param k=v`, which may repeat. */
export const collectParam = (text: string, all: string[]): string[] => [...all, text];

/**
 * Params from `k=v`. A value is read as JSON (`3`, `true`, `["a"]`) unless the workflow's schema wants text there or it is
 * no JSON; then it is the text itself. Wrong use when there is no `=`.
 */
export function readParams(pairs: readonly string[], schema: JsonObject | undefined): JsonObject {
  const params: JsonObject = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1)
      throw new Exit(exitCodes.wrongUse, 'usage.param', `--param ${pair} has no name and value; write --param city=Oslo.`);
    const name = pair.slice(0, at);
    params[name] = wantsText(schema, name) ? pair.slice(at + 1) : readValue(pair.slice(at + 1));
  }
  return params;
}

function wantsText(schema: JsonObject | undefined, name: string): boolean {
  const properties = schema?.['properties'] as Record<string, JsonObject> | undefined;
  return properties?.[name]?.['type'] === 'string';
}

function readValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
