import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dotted = "'([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)'";
/** Where a dotted text is a code: a field that bears one, or an argument of what makes an error. */
const places = [
  new RegExp(`\\b(?:code|refused|reason|blocked)\\??\\s*(?::|=|\\?|===|\\|)[^;{}\\n]*?${dotted}`, 'g'),
  new RegExp(
    `\\b(?:new [A-Z]\\w*|refuse\\w*|refusal\\w*|refused|fault|problem|unmet\\w*|block\\w*|wait\\w*|say|condition)\\(\\s*(?:[\\w.]+,\\s*)*${dotted}`,
    'g',
  ),
  // Programs in other languages that stand in our sources.
  /"code": "([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"/g,
];
/** A dotted text in such a place that is no code. */
const fileName = /\.(ts|tsx|js|mjs|json|jsonl|md|txt|log|db|sqlite|sock|lock|csv|py|sh|sql|css|html|prisma|duckdb)$/;

function* sources(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated' && entry.name !== 'testing' && entry.name !== 'fixtures') yield* sources(file);
    } else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield file;
  }
}

/** Every error code that stands in the sources below some directories: code → files. Codes that are put together from parts are not seen. */
export function usedCodes(root: string, directories: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const directory of directories)
    for (const file of sources(path.join(root, directory))) {
      const text = readFileSync(file, 'utf8');
      for (const place of places)
        for (const [, code] of text.matchAll(place))
          if (code !== undefined && !fileName.test(code)) {
            const name = path.relative(root, file);
            const files = found.get(code) ?? [];
            if (!files.includes(name)) found.set(code, [...files, name]);
          }
    }
  return found;
}
