import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { renderTemplate } from './render-template.ts';
import { TemplateFault } from './template-fault.ts';

const scope: JsonObject = {
  ds: '2026-11-22',
  ts: '2026-11-22T02:30:00+00:00',
  params: {
    n: 3,
    day: 'x',
    list: [3, 1, 2],
    rows: [
      { a: 1, b: 'y' },
      { a: 2, b: 'x' },
    ],
    empty: [],
    nul: null,
    yes: true,
    html: '<b>',
  },
  tasks: { count: { output: { rows: 5 }, status: 'success' }, 'load-x': { output: '{{ ds }}' } },
};
const render = (text: string) => renderTemplate(text, scope);
const fault = (text: string): string => {
  try {
    render(text);
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateFault);
    return (error as TemplateFault).message;
  }
  throw new Error(`${text} was rendered`);
};

describe('values', () => {
  test.each<[string, unknown]>([
    ['plain { text }', 'plain { text }'],
    ['{{ params.n }}', 3],
    ['{{ params }}', scope['params']],
    ['{{ params.nul }}', null],
    ['{{ params.yes }}', true],
    ['a {{ params.n }} {{ params.yes }} {{ params.nul }}', 'a 3 true null'],
    ['{{ params.list }}!', '[3,1,2]!'],
    [' {{ params.n }}', ' 3'],
    ["{{ tasks['load-x'].output }}", '{{ ds }}'],
    ['{{ params.html }}', '<b>'],
    ["{{ {'a': {'b': [1, 2]}} }}", { a: { b: [1, 2] } }],
    ['{{ params.list[0] }}{{ params.list[-1] }}', '32'],
    ['{{ ds[:4] }}|{{ params.list[1:] }}|{{ ds[::-1] }}', '2026|[1,2]|22-11-6202'],
  ])('%s', (text, value) => expect(render(text)).toEqual(value));

  test('text outside of braces is kept to the last byte', () => {
    expect(render('a\n\n  {{ ds }}\n\n')).toBe('a\n\n  2026-11-22\n\n');
    expect(render('echo ${#list[@]} {{ ds }} {# no comment #}')).toBe('echo ${#list[@]} 2026-11-22 {# no comment #}');
    expect(render('{% raw %}{{ ds }}{% endraw %} {{ ds }}')).toBe('{{ ds }} 2026-11-22');
    expect(render('a {{- ds -}} b')).toBe('a2026-11-22b');
    expect(render("{{ '{{' }} {{ '}}' }}")).toBe('{{ }}');
  });
});

describe('operators and statements', () => {
  test.each<[string, unknown]>([
    ['{{ params.n + 1 }}', 4],
    ['{{ 7 / 2 }}', 3.5],
    ['{{ 7 // 2 }}', 3],
    ['{{ -7 % 3 }}', 2],
    ['{{ 2 ** 10 }}', 1024],
    ["{{ 'a' ~ 1 ~ true }}", 'a1true'],
    ["{{ 'a' + 'b' }}", 'ab'],
    ['{{ params.list + [9] }}', [3, 1, 2, 9]],
    ['{{ 1 in params.list and 4 not in params.list }}', true],
    ["{{ 'n' in params and 'd' in 'ds' }}", true],
    ["{{ {'a': [1]} == {'a': [1]} }}", true],
    ['{{ 1 == true }}', false],
    ["{{ '1' == 1 }}", false],
    ['{{ not params.empty }}', true],
    ["{{ 'y' if params.n > 2 else 'n' }}", 'y'],
    ['{{ params.n is defined and params.zz is not defined }}', true],
    ['{{ params.n is number and params.day is string and params.nul is none }}', true],
    ['{% if params.n > 5 %}a{% elif params.n > 2 %}b{% else %}c{% endif %}', 'b'],
    ['{% for i in params.list %}{{ loop.index }}={{ i }}{% if not loop.last %},{% endif %}{% endfor %}', '1=3,2=1,3=2'],
    ['{% for k in params.rows if k.a > 1 %}{{ k.b }}{% else %}none{% endfor %}', 'x'],
    ['{% for k in params.empty %}x{% else %}none{% endfor %}', 'none'],
    ['{% for a, b in [[1, 2], [3, 4]] %}{{ a + b }} {% endfor %}', '3 7 '],
    ['{% set d = ds | add_days(1) %}{{ d }}', '2026-11-23'],
    ['{% set x = 1 %}{% for i in [1, 2] %}{% set x = 9 %}{% endfor %}{{ x }}', '1'],
  ])('%s', (text, value) => expect(render(text)).toEqual(value));
});

describe('filters', () => {
  test.each<[string, unknown]>([
    ["{{ params.zz | default('d') }}", 'd'],
    ["{{ params.zz.deeper | default('d') }}", 'd'],
    ["{{ params.empty | default('d') }}", []],
    ["{{ params.empty | default('d', true) }}", 'd'],
    ['{{ params.rows | tojson }}', '[{"a":1,"b":"y"},{"a":2,"b":"x"}]'],
    ["{{ params.list | join(', ') }}", '3, 1, 2'],
    ["{{ params.rows | map(attribute='a') | join }}", '12'],
    ["{{ params.rows | map(attribute='z', default=0) | sum }}", 0],
    ['{{ params.list | length }} {{ ds | length }} {{ params | length }}', '3 10 8'],
    ['{{ params.list | first }} {{ params.list | last }}', '3 2'],
    ['{{ params.list | sort }}', [1, 2, 3]],
    ['{{ params.list | sort(reverse=true) }}', [3, 2, 1]],
    ["{{ params.rows | sort(attribute='b') | map(attribute='a') }}", [2, 1]],
    ['{{ [1, 2, 1, 1] | unique }}', [1, 2]],
    ["{{ params.rows | sum(attribute='a') }}", 3],
    ["{{ ' Ab ' | trim | upper }}{{ 'Ab' | lower }}", 'ABab'],
    ["{{ ds | replace('-', '') }}", '20261122'],
    ['{{ 2.345 | round(2) }} {{ 1.5 | round }} {{ -1.5 | round }} {{ 1.2 | round(0, "ceil") }}', '2.35 2 -2 2'],
    ["{{ '42' | int + 1 }} {{ 3.9 | int }} {{ '1.5' | float }} {{ 'x' | int(7) }}", '43 3 1.5 7'],
    [
      "{{ ds | add_days(-22) }} {{ ts | add_days(10) }} {{ '2028-02-28' | add_days(1) }}",
      '2026-10-31 2026-12-02T02:30:00+00:00 2028-02-29',
    ],
    ["{{ ds | format('%d.%m.%Y') }} {{ ts | format('yyyy/MM/dd HH:mm') }}", '22.11.2026 2026/11/22 02:30'],
    ["{{ ts | format('%A %H:%M', 'America/New_York') }}", 'Saturday 21:30'],
  ])('%s', (text, value) => expect(render(text)).toEqual(value));

  test.each([
    "{{ 'x' | int }}",
    '{{ params.n | join }}',
    '{{ params.n | upper }}',
    "{{ 'nodate' | add_days(1) }}",
    "{{ '2026-02-30' | add_days(1) }}",
    '{{ ds | add_days(0.5) }}',
    "{{ ds | format('%Q') }}",
    "{{ ds | format('%Y', 'Europe/Atlantis') }}",
    "{{ [1, 'a'] | sort }}",
    '{{ params.empty | first }}',
    "{{ params.rows | map(attribute='zz') }}",
    '{{ ds | nosuch }}',
    "{{ 'a' + 1 }}",
    '{{ 1 / 0 }}',
    '{{ params.n.x }}',
    "{{ 'a' < 1 }}",
  ])('%s is refused', (text) => expect(fault(text)).toMatch(/\.$/));
});

test('what is not there is an error that names it and what is there', () => {
  expect(fault('{{ tasks.count.output.row }}')).toBe('tasks.count.output.row does not exist. tasks.count.output has rows.');
  expect(fault('a {{ parms.n }}')).toContain('parms does not exist');
  expect(fault("{{ tasks['load-y'].output }}")).toContain("tasks['load-y'] does not exist");
  expect(fault('{{ params.list[9] }}')).toContain('params.list[9] does not exist');
  expect(fault('{% if params.zz %}a{% endif %}')).toContain('params.zz does not exist');
});

test('outputs of 100,000 copies are passed on and summed up; what takes longer is refused', () => {
  const outputs = Array.from({ length: 100_000 }, () => 1);
  expect(renderTemplate('{{ x }}', { x: outputs })).toHaveLength(100_000);
  expect(renderTemplate('{{ x | sum }}', { x: outputs })).toBe(100_000);
  expect(() => renderTemplate('{% for a in x %}{% if a > 2 %}b{% endif %}{% endfor %}', { x: outputs })).toThrow(TemplateFault);
});
