import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { usedCodes } from './used-codes.ts';

const root = path.join(import.meta.dirname, '../..');
const listed = new Set(
  [...readFileSync(path.join(root, 'docs/errors.md'), 'utf8').matchAll(/`([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)`/g)].map(
    ([, code]) => code ?? '',
  ),
);
const used = usedCodes(root, ['domain', 'operators', 'server', 'app']);
/** Put together in the source from a kind and a name: `config.${kind}`, `${kind}.duplicate`, `template.…` and `condition.…`. */
const built = /^(config|template|condition)\.|^(task|group|trigger|note)\.duplicate$/;

test('the search finds codes at all', () => {
  expect(used.size).toBeGreaterThan(100);
  expect([...used.keys()]).toEqual(expect.arrayContaining(['edge.cycle', 'trigger.zone', 'draft.conflict', 'json.syntax']));
});

test('every code of the sources stands in docs/errors.md', () => {
  const missing = [...used].filter(([code]) => !listed.has(code)).map(([code, files]) => `${code} (${files.join(', ')})`);
  expect(missing, 'add a row to docs/errors.md').toEqual([]);
});

test('docs/errors.md names no code that is gone', () => {
  expect(
    [...listed].filter((code) => !used.has(code) && !built.test(code)),
    'remove the row',
  ).toEqual([]);
});
