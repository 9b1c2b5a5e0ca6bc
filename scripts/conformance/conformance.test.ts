import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeFile, kindOfFile } from './judge-file.ts';
import { judgeRun } from './judge-run.ts';

const folder = 'domain/fixtures/airflow';

describe('tables of a real Airflow', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  test('all of them are here', () => expect(files).toHaveLength(12));
  for (const file of files)
    test(file, () => {
      const { cases, notBuilt, mismatches } = judgeFile(`${folder}/${file}`);
      expect(cases).toBeGreaterThanOrEqual(40);
      expect(notBuilt).toBe(0);
      expect(mismatches).toEqual([]);
    });
});

test('a wrong expectation is a mismatch, with what came', () => {
  const given = {
    id: 'x',
    tasks: [{ id: 'a' }],
    edges: [],
    outcomes: { a: ['failed' as const] },
    durations: { a: [5] },
    expected: { run: 'success', tasks: { a: 'success' as const }, attempts: [] },
  };
  expect(judgeRun(given)).toMatchObject({ id: 'x', got: { run: 'failed', attempts: [['a', 1, 0, 5, 'failed']] } });
});

test('the kind is told by the name of the file', () => {
  expect(kindOfFile('/tmp/plain-202.jsonl')).toBe('plain');
  expect(kindOfFile('trigger-rules.jsonl')).toBe('trigger-rules');
  expect(kindOfFile('times-policies.jsonl')).toBe('times');
  expect(kindOfFile('other-setup.jsonl')).toBe('setup');
  expect(kindOfFile('nothing.jsonl')).toBeNull();
});
