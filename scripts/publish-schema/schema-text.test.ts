import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '#domain/definition/canonical.ts';
import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { publishedSchema } from '#domain/definition/schema/published-schema.ts';
import { arbitraryWorkflow } from '#domain/definition/testing/arbitrary-workflow.ts';
import { schemaText } from './schema-text.ts';

test('the published file is current: run `node scripts/publish-schema.mjs`', () => {
  expect(readFileSync(new URL('../../public/workflow-1.schema.json', import.meta.url), 'utf8')).toBe(schemaText());
});

test('every canonical file fits it, a broken one does not', () => {
  const schema = publishedSchema();
  fc.assert(
    fc.property(arbitraryWorkflow, (file) => {
      const written = JSON.parse(canonicalText(file)) as JsonObject;
      expect(checkValue(written, schema, 'The file')).toEqual([]);
      expect(checkValue({ ...written, nonsense: 1 }, schema, 'The file')).not.toEqual([]);
      expect(checkValue({ ...written, tasks: [{ id: 'a b', operator: 'noop@1', config: {} }] }, schema, 'The file')).not.toEqual(
        [],
      );
    }),
    { numRuns: 60 },
  );
});
