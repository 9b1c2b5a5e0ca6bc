import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { makeContext } from '../context.ts';
import type { KnownWorkflow } from '../known-workflow.ts';
import { childParams } from './child-params.ts';

const schema: JsonObject = {
  type: 'object',
  properties: {
    city: { type: 'string' },
    days: { type: 'integer', minimum: 1 },
    dry: { type: 'boolean', default: false },
    cities: { type: 'array', items: { type: 'string' } },
  },
  required: ['city'],
};
const knownAs = (params?: JsonObject | null): ReadonlyMap<string, KnownWorkflow> =>
  new Map([['child', { isPublished: true, ...(params === undefined ? {} : { params }) }]]);

function problemsOf(params: JsonObject | undefined, known: ReadonlyMap<string, KnownWorkflow> | null, into?: string) {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'w',
    triggers: [],
    tasks: [
      {
        id: 't',
        operator: 'sub-workflow@1',
        config: { workflow: 'child', ...(params ? { params } : {}) },
        ...(into === undefined ? {} : { map: { over: [{ into, items: ['a'] }] } }),
      },
    ],
    edges: [],
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return [...childParams(makeContext(parsed.workflow, [], null, known))].map(
    ({ code, level, pointer }) => `${level} ${code} ${pointer.replace('/tasks/0/config', '')}`,
  );
}

describe('params for the workflow that a task runs', () => {
  it.each<[string, JsonObject | undefined, string[]]>([
    ['all that is asked for', { city: 'Seattle', days: 3 }, []],
    ['text that is read as its param wants', { city: 'Seattle', days: '3', dry: 'true', cities: '["a"]' }, []],
    ['templates', { city: '{{ params.city }}', days: '{{ params.days }}', cities: '["{{ params.city }}"]' }, []],
    ['a required one that is missing', {}, ['error child.params /params/city']],
    ['none at all', undefined, ['error child.params /params/city']],
    ['a wrong type', { city: 'a', days: 'soon' }, ['error child.params /params/days']],
    ['out of bounds', { city: 'a', days: 0 }, ['error child.params /params/days']],
    ['one that the workflow does not have', { city: 'a', town: 'b' }, ['warning child.unknown-param /params/town']],
  ])('%s', (_, params, expected) => {
    expect(problemsOf(params, knownAs(schema))).toEqual(expected);
  });

  it('are refused once, not twice, by a closed schema', () => {
    expect(problemsOf({ city: 'a', town: 'b' }, knownAs({ ...schema, additionalProperties: false }))).toEqual([
      'error child.params /params/town',
    ]);
  });

  it('may come from the list of a mapped task', () => {
    expect(problemsOf({}, knownAs(schema), 'params.city')).toEqual([]);
    expect(problemsOf({}, knownAs(schema), 'params')).toEqual([]);
    expect(problemsOf({}, knownAs(schema), 'params.days')).toEqual(['error child.params /params/city']);
  });

  it('are not judged where nobody knows the params, or there are none', () => {
    expect(problemsOf({ any: 1 }, null)).toEqual([]);
    expect(problemsOf({ any: 1 }, knownAs())).toEqual([]);
    expect(problemsOf({ any: 1 }, knownAs(null))).toEqual([]);
  });
});
