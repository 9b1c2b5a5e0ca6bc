import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';

const cache = new WeakMap<JsonObject, { manifest: Manifest; text: string }>();

/**
 * Second line of a box: the manifest's summary over the config, on one line. A text of several lines is told by their count (`8 lines`);
 * templates inside the config stay as written.
 */
export function taskSummary(manifest: Manifest | undefined, config: JsonObject): string {
  if (manifest === undefined) return 'unknown operator';
  const known = cache.get(config);
  if (known?.manifest === manifest) return known.text;
  const text = render(manifest, config)
    .replace(/https?:\/\//g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = /^\d+ lines$/.test(text)
    ? `${manifest.title}, ${text}`
    : text === ''
      ? manifest.title
      : text.length > 80
        ? text.slice(0, 79) + '…'
        : text;
  cache.set(config, { manifest, text: short });
  return short;
}

function render(manifest: Manifest, config: JsonObject): string {
  try {
    const value = renderTemplate(manifest.summary, { config: shorten(config) });
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    // It reads a field that is not filled in yet.
    return manifest.title;
  }
}

/** Long texts by their number of lines: a box has one line of about 25 letters. */
function shorten(config: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]): [string, Json] => {
      if (typeof value !== 'string') return [key, value];
      const lines = value.trimEnd().split('\n').length;
      return [key, lines > 1 ? `${lines} lines` : value.slice(0, 200)];
    }),
  );
}
