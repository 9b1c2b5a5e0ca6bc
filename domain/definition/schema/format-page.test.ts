import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import { parseWorkflowText } from '../parse.ts';
import { workflowSchema } from './workflow.ts';

const page = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');

/** Names of all fields, and the words of all choices, anywhere in a JSON Schema. */
function words(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const inner of schema) words(inner, found);
  else if (typeof schema === 'object' && schema !== null)
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name);
      if (key === 'enum') for (const choice of value as string[]) found.add(choice);
      words(value, found);
    }
  return found;
}

test('docs/format.md has each field and choice of the format', () => {
  const known = words(z.toJSONSchema(workflowSchema, { io: 'input', unrepresentable: 'any' }));
  expect(known.size).toBeGreaterThan(60);
  expect([...known].filter((word) => !page.includes(`\`${word}\``) && !page.includes(`"${word}"`))).toEqual([]);
});

test('its example is a workflow without a problem', () => {
  const parsed = parseWorkflowText(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  expect(validate(parsed.workflow, catalog)).toEqual([]);
});
