import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dueSlots, type TimesCase } from './testing/due-slots.ts';

const read = (name: string): TimesCase[] =>
  readFileSync(new URL(`../fixtures/airflow/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TimesCase);

describe('tables of a real Airflow', () => {
  for (const name of ['times.jsonl', 'times-policies.jsonl'])
    test(name, () => {
      const cases = read(name);
      expect(cases.length).toBeGreaterThan(300);
      const mismatches = cases.filter((c) => JSON.stringify(dueSlots(c)) !== JSON.stringify(c.slots));
      expect(
        mismatches.map((c) => ({ id: c.id, kind: c.kind, expected: c.slots.slice(0, 5), got: dueSlots(c).slice(0, 5) })),
      ).toEqual([]);
    });
});
