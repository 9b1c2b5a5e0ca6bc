import { describe, expect, it } from 'vitest';
import { catalog } from '#operators/catalog.ts';
import { branchOperator } from '#operators/branch/branch.operator.ts';
import { shellOperator } from '#operators/shell/shell.operator.ts';
import { fieldsOf, isShown } from './form-field.ts';
import { setField } from './set-field.ts';

describe('fieldsOf', () => {
  it('takes order, label and widget from the hints, the rest from the schema', () => {
    const fields = fieldsOf(shellOperator.configSchema, shellOperator.configSchema, shellOperator.hints);
    expect(fields.map((f) => [f.key, f.label, f.widget, f.required])).toEqual([
      ['command', 'Command', 'code', true],
      ['environment', 'Environment', 'key-value', false],
      ['output', 'Output', 'segments', false],
      ['memoryMb', 'Memory, MiB', 'number', false],
      ['cpuSec', 'Processor time, s', 'number', false],
    ]);
    expect(fields[2]?.options).toEqual(['none', 'lastLine', 'json']);
    expect(fields[2]?.preset).toBe('none');
  });

  it('takes the title of the schema where no hint says more', () => {
    const schema = { properties: { rate: { type: 'number', title: 'Discount, %' }, cityName: { type: 'string' } } };
    expect(fieldsOf(schema, schema, {}).map(({ label }) => label)).toEqual(['Discount, %', 'City name']);
  });

  it('gives every setting of the built-in operators a widget that fits its schema', () => {
    const kinds: Record<string, string> = { list: 'array', strings: 'array', 'key-value': 'object', object: 'object' };
    const misfits = catalog.flatMap(({ type, configSchema, hints }) =>
      fieldsOf(configSchema, configSchema, hints)
        .filter(({ widget, schema }) => kinds[widget] !== undefined && schema['type'] !== kinds[widget])
        .map(({ key, widget }) => `${type}.${key}: ${widget}`),
    );
    expect(misfits).toEqual([]);
  });

  it('finds the hints of a list entry by its path', () => {
    const cases = fieldsOf(branchOperator.configSchema, branchOperator.configSchema, branchOperator.hints).find(
      (f) => f.key === 'cases',
    );
    const inner = fieldsOf(branchOperator.configSchema, cases?.schema['items'] ?? {}, branchOperator.hints, ['cases', 3]);
    expect(inner.map((f) => [f.label, f.widget, f.path.join('.')])).toEqual([
      ['Port', 'text', 'cases.3.port'],
      ['When', 'condition', 'cases.3.when'],
    ]);
  });

  it('guesses a widget for every kind of schema', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'integer' },
        b: { enum: ['1', '2', '3', '4', '5'] },
        c: { type: 'array', items: { type: 'string' } },
        d: { type: 'object', properties: { x: { type: 'boolean' } } },
        e: {},
        f: { $ref: '#/$defs/name' },
      },
      $defs: { name: { type: 'string' } },
    };
    expect(fieldsOf(schema, schema, {}).map((f) => f.widget)).toEqual(['number', 'select', 'strings', 'object', 'json', 'text']);
  });

  it('shows a field by the value, or the preset, of another', () => {
    const schema = {
      type: 'object',
      properties: { kind: { type: 'string', enum: ['a', 'b'], default: 'a' }, more: { type: 'string' } },
    };
    const fields = fieldsOf(schema, schema, { more: { showIf: { path: 'kind', in: ['a'] } } });
    const more = fields[1];
    if (more === undefined) throw new Error('no field');
    expect(isShown(more, {}, fields)).toBe(true);
    expect(isShown(more, { kind: 'b' }, fields)).toBe(false);
  });
});

describe('setField', () => {
  it('sets and takes away without touching the object', () => {
    const value = { a: 1, b: 2 };
    expect(setField(value, 'a', undefined)).toEqual({ b: 2 });
    expect(setField(value, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(value).toEqual({ a: 1, b: 2 });
  });
});
