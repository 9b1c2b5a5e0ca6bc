import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { fieldKind, withKind } from './field-kind.ts';
import { schemaOfRows, schemaRows } from './schema-rows.ts';

const schema: JsonObject = {
  type: 'object',
  properties: { amount: { type: 'number', minimum: 1 }, reason: { type: 'string' } },
  required: ['amount'],
  additionalProperties: false,
};

describe('rows of a schema', () => {
  it('come back as the same schema', () => {
    expect(schemaOfRows(schema, schemaRows(schema))).toEqual(schema);
  });

  it('keep an order that is not the alphabet, also when a file sorts the keys', () => {
    const turned = schemaOfRows(schema, schemaRows(schema).toReversed());
    expect(turned).toMatchObject({ 'x-order': ['reason', 'amount'], required: ['amount'] });
    const filed = { ...turned, properties: schema['properties'] ?? {} } as JsonObject;
    expect(schemaRows(filed).map(({ name }) => name)).toEqual(['reason', 'amount']);
    expect(schemaOfRows(filed, schemaRows(filed).toReversed())).toEqual(schema);
  });

  it('are no schema when there is none left, and drop what is required and gone', () => {
    expect(schemaOfRows(schema, [])).toBeUndefined();
    expect(schemaOfRows(schema, schemaRows(schema).slice(1))).not.toHaveProperty('required');
  });
});

describe('the kind of a field', () => {
  it.each<[JsonObject, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: 'string', enum: ['a', 'b'] }, 'choice'],
    [{ type: 'integer' }, 'integer'],
    [{ type: ['string', 'null'] }, 'other'],
    [{ $ref: '#/$defs/x' }, 'other'],
    [{ type: 'number', enum: [1, 2] }, 'other'],
  ])('of %j is %s', (own, kind) => {
    expect(fieldKind(own)).toBe(kind);
  });

  it('changes with what belongs to it; words about it stay', () => {
    const text: JsonObject = { type: 'string', title: 'Why', description: 'Short.', default: 'x', maxLength: 9 };
    expect(withKind(text, 'choice', false)).toEqual({ type: 'string', title: 'Why', description: 'Short.', enum: [] });
    expect(withKind(text, 'number', false)).toEqual({ type: 'number', title: 'Why', description: 'Short.' });
    expect(withKind({ type: 'number' }, 'string', false)).toEqual({ type: 'string', default: '' });
    expect(withKind({ type: 'number' }, 'string', true)).toEqual({ type: 'string' });
    expect(withKind({ type: 'number' }, 'boolean', true)).toEqual({ type: 'boolean', default: false });
  });
});
