import { expect, test } from 'vitest';
import { references } from './references.ts';

test("paths, tasks, params and names, without what is the template's own", () => {
  const read = references(
    "{% set a = tasks.load.output %}{% for r in a.rows if r.ok %}{{ r.x }} {{ loop.index }} {{ params.day }}{% endfor %}{{ tasks['by-x'].output[params.key].v }} {{ ds | default(ts) }}",
  );
  expect(read.fault).toBeNull();
  expect(read.tasks).toEqual(['load', 'by-x']);
  expect(read.params).toEqual(['day', 'key']);
  expect(read.names).toEqual(['tasks', 'params', 'ds', 'ts']);
  expect(read.paths).toContainEqual(['tasks', 'by-x', 'output']);
});

test('what may be missing is told apart', () => {
  const read = references('{{ params.a | default(params.b) }}{% if params.c is defined %}{{ params.c }}{% endif %}');
  expect(read.guarded).toEqual([
    ['params', 'a'],
    ['params', 'c'],
  ]);
  expect(read.params).toEqual(['a', 'b', 'c']);
});

test('plain text reads nothing, a broken template says so', () => {
  expect(references('params.x').paths).toEqual([]);
  expect(references('${#x}').fault).toBeNull();
  expect(references('{{ x').fault).toMatch(/not closed/);
  expect(references('{{ true }} {{ "params.x" }} {{ {"params": 1} }}').names).toEqual([]);
});
