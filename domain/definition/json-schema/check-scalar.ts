import type { Json, JsonObject } from '../schema/json.ts';
import { formatWants, knowsFormat } from './match-format.ts';
import { matchPattern } from './match-pattern.ts';
import type { SchemaFault } from './schema-fault.ts';

interface Found {
  kind: SchemaFault['kind'];
  /** How the sentence goes on after the name of the place. */
  text: string;
}
const shown = (value: Json): string => JSON.stringify(value).slice(0, 60);
const same = (a: Json | undefined, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

function* numbers(value: number, schema: JsonObject): Generator<Found> {
  const bound = (key: string): number | undefined => (typeof schema[key] === 'number' ? schema[key] : undefined);
  const [min, max, above, below, step] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].map(bound);
  if (min !== undefined && value < min) yield { kind: 'bounds', text: `is ${value}, it has to be at least ${min}.` };
  if (max !== undefined && value > max) yield { kind: 'bounds', text: `is ${value}, it has to be at most ${max}.` };
  if (above !== undefined && value <= above) yield { kind: 'bounds', text: `is ${value}, it has to be more than ${above}.` };
  if (below !== undefined && value >= below) yield { kind: 'bounds', text: `is ${value}, it has to be less than ${below}.` };
  if (step !== undefined && step > 0 && Math.abs(value / step - Math.round(value / step)) > 1e-9)
    yield { kind: 'value', text: `is ${value}, it has to be a multiple of ${step}.` };
}

function* strings(value: string, schema: JsonObject): Generator<Found> {
  const { minLength, maxLength, format, pattern } = schema;
  if (typeof minLength === 'number' && value.length < minLength)
    yield {
      kind: 'bounds',
      text: minLength === 1 ? 'is empty.' : `has ${value.length} characters, it needs at least ${minLength}.`,
    };
  if (typeof maxLength === 'number' && value.length > maxLength)
    yield { kind: 'bounds', text: `has ${value.length} characters, it may have ${maxLength}. Make it shorter.` };
  if (typeof format === 'string' && knowsFormat(format)) {
    const wants = formatWants(format, value);
    if (wants !== null) yield { kind: 'value', text: `is ${shown(value)}, it has to be ${wants}.` };
  } else if (typeof pattern === 'string' && matchPattern(pattern, value) === false)
    yield { kind: 'value', text: `is ${shown(value)}, it has to match ${pattern.slice(0, 100)}.` };
}

function* sizes(size: number, what: string, min: Json | undefined, max: Json | undefined): Generator<Found> {
  if (typeof min === 'number' && size < min) yield { kind: 'bounds', text: `has ${size} ${what}, it needs at least ${min}.` };
  if (typeof max === 'number' && size > max) yield { kind: 'bounds', text: `has ${size} ${what}, it may have ${max}.` };
}

/** What is wrong with a value itself, apart from its type and from what lies inside it. */
export function* checkScalar(value: Json, schema: JsonObject): Generator<Found> {
  if (Object.hasOwn(schema, 'const') && !same(schema['const'], value))
    yield { kind: 'value', text: `is ${shown(value)}, it has to be ${shown(schema['const'] ?? null)}.` };
  if (Array.isArray(schema['enum']) && !schema['enum'].some((choice) => same(choice, value)))
    yield {
      kind: 'value',
      text: `is ${shown(value)}. It is one of ${schema['enum'].map((v) => (typeof v === 'string' ? v : shown(v))).join(', ')}.`,
    };
  if (typeof value === 'number') yield* numbers(value, schema);
  else if (typeof value === 'string') yield* strings(value, schema);
  else if (Array.isArray(value)) {
    yield* sizes(value.length, value.length === 1 ? 'entry' : 'entries', schema['minItems'], schema['maxItems']);
    if (schema['uniqueItems'] === true && new Set(value.map((v) => JSON.stringify(v))).size < value.length)
      yield { kind: 'value', text: 'has the same entry twice.' };
  } else if (typeof value === 'object' && value !== null) {
    const size = Object.keys(value).length;
    yield* sizes(size, size === 1 ? 'field' : 'fields', schema['minProperties'], schema['maxProperties']);
  }
}
