import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

const cache = new WeakMap<JsonObject, { manifest: Manifest; text: string }>();

/**
 * Second line of a box: the manifest's summary over the config, on one line. Text of several lines is told by its count (`8 lines`).
 * Only names, `length` and `default` are read here: a box must never run a template engine.
 */
export function taskSummary(manifest: Manifest | undefined, config: JsonObject): string {
  if (manifest === undefined) return 'unknown operator';
  const known = cache.get(config);
  if (known?.manifest === manifest) return known.text;
  const text = manifest.summary
    .replace(/\{\{\s*([^}]+?)\s*\}\}/g, (_, expression: string) => value(expression, config))
    .replace(/\{%[^%]*%\}/g, '')
    .replace(/https?:\/\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = text === '' ? manifest.title : text.length > 80 ? text.slice(0, 79) + '…' : text;
  cache.set(config, { manifest, text: short });
  return short;
}

function value(expression: string, config: JsonObject): string {
  const [path = '', ...filters] = expression.split('|').map((part) => part.trim());
  let found = read(path, config);
  for (const filter of filters) {
    if (filter === 'length') found = Array.isArray(found) || typeof found === 'string' ? found.length : 0;
    const other = /^default\((.*)\)$/.exec(filter)?.[1];
    if (other !== undefined && (found === undefined || found === null || found === ''))
      found = /^(['"]).*\1$/.test(other) ? other.slice(1, -1) : read(other, config);
  }
  if (found === undefined || found === null) return '';
  const text = typeof found === 'object' ? JSON.stringify(found) : String(found);
  const lines = text.trimEnd().split('\n');
  return lines.length > 1 ? `${lines.length} lines` : text;
}

function read(path: string, config: JsonObject): Json | undefined {
  let at: Json | undefined = { config };
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}
