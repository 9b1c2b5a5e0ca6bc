import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { CodedFailure } from '#operators/runner.ts';

/** Value of a dotted path (`data.items`); undefined when it is not there. Own fields only. */
function valueAt(body: Json, path: string): Json | undefined {
  let value: Json | undefined = body;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as JsonObject)[key];
  }
  return value;
}

/** Entries of one page: the list at `items`, or the answer itself. Throws CodedFailure `http` when it is no list. */
export function entriesOf(body: Json, items: string | undefined): Json[] {
  const list = items ? valueAt(body, items) : body;
  if (Array.isArray(list)) return list;
  throw new CodedFailure('http', `http: ${items ? `the field ${items} of the answer` : 'the answer'} is no list`, 'never');
}

/** Address of the next page: of the Link header (RFC 8288), or in a field of the answer; null when this was the last. */
export function nextPage(body: Json, link: string | undefined, next: string, from: URL): URL | null {
  const place =
    next === 'link'
      ? link
          ?.split(/,(?=\s*<)/)
          .map((part) => /<([^>]*)>.*;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?/i.exec(part)?.[1])
          .find(Boolean)
      : valueAt(body, next);
  if (typeof place !== 'string' || place === '') return null;
  return new URL(place, from);
}
