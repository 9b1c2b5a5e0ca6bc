import { describe, expect, test } from 'vitest';
import { evaluateCondition } from './evaluate-condition.ts';
import { ConditionFault } from './condition-fault.ts';
import { renderTemplate } from './render-template.ts';
import { TemplateFault } from './template-fault.ts';

const scope = JSON.parse(
  '{"x":{"y":1},"list":[1,2,3],"s":"abc","n":7,"params":{"evil":"{{ x.y }}","__proto__":{"polluted":1},"wide":[1,2,3,4,5,6,7,8,9,10]}}',
) as Record<string, never>;

/** Ways out of a template engine that worked somewhere. None may give anything but a fault. */
const escapes = [
  "{{ ''.constructor.constructor('return process')() }}",
  "{{ x.constructor('return 1')() }}",
  '{{ x.__proto__ }}',
  "{{ x['__proto__'] }}",
  "{{ x['__pro' ~ 'to__'] }}",
  "{{ x['constr' + 'uctor'] }}",
  '{{ x.prototype }}',
  '{{ x.hasOwnProperty }}',
  '{{ x.toString }}',
  '{{ x.valueOf() }}',
  "{{ list['map'] }}",
  '{{ list.length }}',
  '{{ list.constructor }}',
  '{{ s.at(0) }}',
  '{{ n.toFixed }}',
  '{{ constructor }}',
  '{{ __proto__ }}',
  '{{ this }}',
  '{{ globalThis }}',
  '{{ process.env }}',
  '{{ self }}',
  '{{ range.constructor }}',
  '{{ range(1000000000) }}',
  '{{ namespace }}',
  "{{ raise_exception('x') }}",
  "{{ strftime_now('%Y') }}",
  '{{ cycler }}',
  "{{ lipsum.__globals__['os'].popen('id').read() }}",
  "{{ ''.__class__.__mro__[1].__subclasses__() }}",
  '{{ config.items() }}',
  "{{ request['application']['__globals__'] }}",
  "{{ x | attr('__proto__') }}",
  "{{ [x] | map(attribute='__proto__') }}",
  "{{ [x] | map(attribute='constructor.constructor') }}",
  "{{ [x] | sort(attribute='constructor') }}",
  "{{ [x] | sum(attribute='__proto__') }}",
  "{{ [x] | join(',', '__proto__') }}",
  "{{ list | map('constructor') }}",
  "{{ {'__proto__': 1} }}",
  "{{ {'constructor': 1} }}",
  "{% set x = {'__proto__': {'a': 1}} %}",
  '{% set x.y = 2 %}',
  '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}',
  "{% include '/etc/passwd' %}",
  "{% import 'os' as os %}",
  "{% extends 'x' %}",
  '{% call f() %}{% endcall %}',
  '{% filter upper %}a{% endfilter %}',
  "{{ s.format('{0.__class__}') }}",
  "{{ '%s' | format(x) }}",
  '{{ loop }}',
  '{{ params.polluted }}',
];

describe('templates', () => {
  test.each(escapes)('%s', (text) => {
    expect(() => renderTemplate(text, scope)).toThrow(TemplateFault);
    expect(() => renderTemplate(`before ${text}`, scope)).toThrow(TemplateFault);
  });

  test('what a template yields is data, never a template again', () => {
    expect(renderTemplate('{{ params.evil }}', scope)).toBe('{{ x.y }}');
    expect(renderTemplate('a {{ params.evil }}', scope)).toBe('a {{ x.y }}');
    expect(renderTemplate("{% set t = '{{ x }}' %}{{ t }}", scope)).toBe('{{ x }}');
  });

  test.each([
    ['loops in loops', `${'{% for a in params.wide %}'.repeat(7)}x${'{% endfor %}'.repeat(7)}`],
    ['a text that doubles', `{% set a = 'aaaaaaaaaaaaaaaa' %}${'{% set a = a ~ a %}'.repeat(30)}{{ a }}`],
    ['a list that doubles', `{% set a = [1] %}${'{% set a = a + a %}'.repeat(40)}{{ a }}`],
    ['a value that holds itself many times', `{% set a = [1] %}${'{% set a = [a, a] %}'.repeat(60)}{{ a | tojson }}`],
    [
      'the same, compared',
      `{% set a = [1] %}{% set b = [1] %}${'{% set a = [a, a] %}{% set b = [b, b] %}'.repeat(60)}{{ a == b }}`,
    ],
    ['the same, joined', `{% set a = [1] %}${'{% set a = [a, a] %}'.repeat(60)}{{ a | join(",") }}`],
    ['replace that grows', `{% set a = 'aaaaaaaaaa' %}${"{% set a = a | replace('a', 'aaaaaaaaaa') %}".repeat(12)}{{ a }}`],
    ['a power', '{{ 9 ** 9 ** 9 ** 9 }}'],
    ['deep brackets', `{{ ${'['.repeat(5000)} }}`],
    ['deep brackets that close', `{{ ${'['.repeat(4000)}1${']'.repeat(4000)} }}`],
    ['many nots', `{{ ${'not '.repeat(2400)}x }}`],
    ['a long sum', `{{ 1${'+1'.repeat(4900)} }}`],
    ['a huge source', `{{ x }}${' '.repeat(2_000_000)}`],
    ['a long block', `{{ x${' '.repeat(20_000)} }}`],
    ['white space inside', `{{ x${' '.repeat(9000)}y }}`],
    ['not closed', '{{ x'],
    ['a statement not closed', '{% if x %}'],
    ['nothing inside', '{{ }}'],
    ['a string not closed', "{{ 'x }}"],
    ['a lone end', '{% endif %}'],
  ])('%s is refused', (_, text) => expect(() => renderTemplate(text, scope)).toThrow(TemplateFault));
});

describe('conditions', () => {
  test.each([
    'x.constructor',
    'x.__proto__',
    'x["__proto__"]',
    'x.toString',
    'list.length',
    'constructor',
    '__proto__',
    'globalThis',
    'process.env',
    'x.constructor("return 1")()',
    'eval("1")',
    'list.map(a, list.map(b, list.map(c, a + b + c)))',
    's.matches("(a+)+$")',
    's.matches(s)',
    '{{ x }} > 1',
    '',
    'x.y >',
    'duration("1h")',
    'b"abc"',
    'params.polluted',
    `${'('.repeat(500)}1${')'.repeat(500)}`,
    `1${'+1'.repeat(4000)}`,
  ])('%s', (text) => expect(() => evaluateCondition(text, scope)).toThrow(ConditionFault));
});
