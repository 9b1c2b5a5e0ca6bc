import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '../schema/json.ts';
import { checkValue } from './check-value.ts';
import { isCheapPattern } from './is-cheap-pattern.ts';
import { withDefaults } from './with-defaults.ts';

const kinds = (value: Json, schema: JsonObject) =>
  checkValue(value, schema, 'The config').map((f) => `${f.kind} ${f.path.join('/')}`);

describe('checkValue', () => {
  const zod = z.strictObject({
    name: z.string().min(1).max(5),
    count: z.int().min(1).max(10).default(1),
    ratio: z.number().positive().optional(),
    mode: z.enum(['a', 'b']).optional(),
    rows: z
      .array(z.strictObject({ id: z.string() }))
      .max(2)
      .optional(),
    env: z.record(z.string().regex(/^[A-Z]+$/), z.string()).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
    kind: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.literal('x'), n: z.number() }),
        z.strictObject({ type: z.literal('y') }),
      ])
      .optional(),
  });
  const schema = z.toJSONSchema(zod, { io: 'input' }) as JsonObject;
  const cases: [Json, string[]][] = [
    [{ name: 'a' }, []],
    [
      {
        name: 'a',
        count: 10,
        ratio: 0.5,
        mode: 'b',
        rows: [{ id: 'x' }],
        env: { A: 'b' },
        at: '2027-03-28T02:30:00+02:00',
        kind: { type: 'y' },
      },
      [],
    ],
    [{}, ['missing name']],
    [{ name: '' }, ['bounds name']],
    [{ name: 'abcdef' }, ['bounds name']],
    [{ name: 1 }, ['type name']],
    [{ name: 'a', count: 1.5 }, ['type count']],
    [{ name: 'a', count: 11 }, ['bounds count']],
    [{ name: 'a', ratio: 0 }, ['bounds ratio']],
    [{ name: 'a', mode: 'c' }, ['value mode']],
    [{ name: 'a', rows: [{ id: 'x' }, {}, { id: 'z' }] }, ['bounds rows', 'missing rows/1/id']],
    [{ name: 'a', rows: {} }, ['type rows']],
    [{ name: 'a', env: { a: 'b' } }, ['value env/a']],
    [{ name: 'a', env: { A: 1 } }, ['type env/A']],
    [{ name: 'a', at: '2027-02-30T02:30:00Z' }, ['value at']],
    [{ name: 'a', at: '2027-03-28T02:30:00' }, ['value at']],
    [{ name: 'a', kind: { type: 'x' } }, ['missing kind/n']],
    [{ name: 'a', kind: { type: 'z' } }, ['value kind/type']],
    [{ name: 'a', other: 1 }, ['unknown-field other']],
    [[], ['type ']],
    [null, ['type ']],
  ];
  test.each(cases)('%j → %j', (value, expected) => {
    expect(kinds(value, schema)).toEqual(expected);
    // zod itself is the oracle for yes or no.
    expect(zod.safeParse(value).success).toBe(expected.length === 0);
  });

  test('either of several fields', () => {
    const either: JsonObject = { type: 'object', oneOf: [{ required: ['seconds'] }, { required: ['until'] }] };
    expect(kinds({ seconds: 1 }, either)).toEqual([]);
    expect(checkValue({}, either, 'The config')).toEqual([
      { kind: 'missing', path: [], message: 'The config needs seconds or until.' },
    ]);
    expect(kinds({ seconds: 1, until: 'x' }, either)).toEqual(['value ']);
  });

  test('references inside the document; a circle ends', () => {
    const tree: JsonObject = {
      $ref: '#/$defs/node',
      $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } }, additionalProperties: false } },
    };
    expect(kinds({ next: { next: {} } }, tree)).toEqual([]);
    expect(kinds({ next: { next: 1 } }, tree)).toEqual(['type next/next']);
    expect(kinds(1, { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } })).toEqual([]);
  });

  test('a template stands for what it yields', () => {
    const template = (text: string) => (text === '{{ x }}' ? 'any' : text.includes('{{') ? 'text' : null);
    const check = (value: JsonObject) => checkValue(value, schema, 'The config', { template }).map((f) => f.kind);
    expect(check({ name: 'longer {{ x }}', count: '{{ x }}', rows: '{{ x }}', mode: '{{ x }}' })).toEqual([]);
    expect(check({ name: 'a', count: 'a {{ x }}' })).toEqual(['type']);
  });

  test('patterns that could hang are not tried', () => {
    for (const costly of ['(a+)+$', '(a|b*)*c', '(?=a)b', '(a)\\1', '((a*)b)*', 'a*b*c*d*e*f', '(a{1,9}){2,}'])
      expect(isCheapPattern(costly), costly).toBe(false);
    for (const cheap of ['^[A-Za-z_][A-Za-z0-9_]*$', '^\\d{4}-\\d{2}$', '^(a|b)+$', '^[^@]+@[^@]+$'])
      expect(isCheapPattern(cheap), cheap).toBe(true);
    expect(kinds(`${'a'.repeat(60)}!`, { type: 'string', pattern: '(a+)+$' })).toEqual([]);
  });
});

test('withDefaults fills in what is missing and nothing else', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: {
      a: { type: 'number', default: 1 },
      b: { type: 'object', properties: { c: { default: ['x'] } } },
      list: { items: { properties: { d: { default: 0 } } } },
    },
  };
  expect(withDefaults({}, schema)).toEqual({ a: 1 });
  expect(withDefaults({ a: null, b: {}, list: [{}, { d: 2 }], other: 1 }, schema)).toEqual({
    a: null,
    b: { c: ['x'] },
    list: [{ d: 0 }, { d: 2 }],
    other: 1,
  });
});
