import { describe, expect, test } from 'vitest';
import { conditionReferences } from './condition-references.ts';
import { ConditionFault } from './condition-fault.ts';
import { evaluateCondition } from './evaluate-condition.ts';

const scope = {
  ds: '2026-11-24',
  params: { n: 3, f: 1.5, list: [3, 1, 2], rows: [{ v: 1 }, { v: 5 }], s: 'abc', nul: null },
  tasks: { count: { output: { rows: 0 }, status: 'success' }, 'load-x': { output: 2 } },
};

describe('conditions over JSON', () => {
  test.each<[string, unknown]>([
    ['params.n + 1 > 2', true],
    ['params.n / 2', 1.5],
    ['2 * params.n - 1', 5],
    ['params.n % 2 == 1', true],
    ['params.n == 3 && 3 == params.n && params.f != 3', true],
    ['params.n in [1, 2, 3] && 3 in params.list', true],
    ['params.list[0]', 3],
    ['size(params.list)', 3],
    ['params.rows.filter(r, r.v > 2).size() == 1', true],
    ['params.list.all(x, params.list.exists(y, y >= x))', true],
    ['params.rows.map(r, r.v + 1)', [2, 6]],
    ['has(params.zz)', false],
    ['has(params.zz) && params.zz > 1', false],
    ['tasks["load-x"].output', 2],
    ['tasks.count.output.rows > 0', false],
    ['tasks.count.status == "success"', true],
    ['ds.startsWith("2026") && ds >= "2026-01-01"', true],
    ['timestamp(ds + "T00:00:00Z")', '2026-11-24T00:00:00.000Z'],
    ['params.n > 2 ? "a" : "b"', 'a'],
    ['params.nul == null', true],
    ['{"a": params.n}', { a: 3 }],
    ['params.s.matches("^a.c$")', true],
  ])('%s', (text, value) => expect(evaluateCondition(text, scope)).toEqual(value));

  test('what is missing is named', () => {
    const message = (text: string): string => {
      try {
        evaluateCondition(text, scope);
      } catch (error) {
        expect(error).toBeInstanceOf(ConditionFault);
        return (error as Error).message;
      }
      return 'no fault';
    };
    expect(message('tasks.count.output.row > 1')).toContain('"row"');
    expect(message('parms.n > 1')).toContain('"parms"');
  });
});

test('conditionReferences', () => {
  const read = conditionReferences(
    'has(params.a) && tasks["load-x"].output.exists(r, r.v > params.b) && size(tasks.y.output[0].z) > index',
  );
  expect(read.fault).toBeNull();
  expect(read.tasks).toEqual(['load-x', 'y']);
  expect(read.params).toEqual(['a', 'b']);
  expect(read.names).toEqual(['params', 'tasks', 'index']);
  expect(read.guarded).toEqual([['params', 'a']]);
  expect(read.paths).toContainEqual(['tasks', 'y', 'output', 0, 'z']);
  expect(conditionReferences('a >').fault).toMatch(/\.$/);
  expect(conditionReferences('params.list.exists(params, params > 1)').params).toEqual(['list']);
});
