import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { renderConfig } from './render-config.ts';

const schema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['text', 'number'],
  properties: {
    text: { type: 'string', maxLength: 20 },
    number: { type: 'number', minimum: 1 },
    flag: { type: 'boolean', default: true },
    list: { type: 'array', items: { type: 'integer' } },
    map: { type: 'object', additionalProperties: { type: 'string' } },
    when: { type: 'string' },
  },
};
const scope: JsonObject = { params: { n: 3, list: [1, 2], s: 'x', big: 'y'.repeat(50), yes: true } };
const render = (config: JsonObject) => renderConfig(config, scope, schema, { when: { widget: 'condition' } });

describe('renderConfig', () => {
  test('native values, text where text is wanted, defaults, everything else as it is', () => {
    expect(
      render({
        text: '{{ params.n }}',
        number: '{{ params.n }}',
        list: '{{ params.list }}',
        map: { A: '{{ params.yes }}', B: 'b{{ params.n }}' },
      }),
    ).toEqual({ ok: true, config: { text: '3', number: 3, list: [1, 2], map: { A: 'true', B: 'b3' }, flag: true } });
    expect(render({ text: 'a', number: 1, list: ['{{ params.n }}'] })).toEqual({
      ok: true,
      config: { text: 'a', number: 1, list: [3], flag: true },
    });
  });

  test('a condition is not rendered', () => {
    expect(render({ text: 'a', number: 1, when: '{{ params.s }}' })).toMatchObject({
      ok: true,
      config: { when: '{{ params.s }}' },
    });
  });

  test('a fault names code, pointer and field', () => {
    expect(render({ text: 'a', number: 1, map: { 'A/B': '{{ params.zz }}' } })).toMatchObject({
      ok: false,
      fault: { code: 'template', pointer: '/map/A~1B', field: 'map.A/B' },
    });
    expect(render({ text: 'a', number: 'n {{ params.n }}' })).toMatchObject({
      ok: false,
      fault: { code: 'config', pointer: '/number' },
    });
    expect(render({ text: '{{ params.big }}', number: 1 })).toMatchObject({
      ok: false,
      fault: { code: 'config', field: 'text' },
    });
    expect(render({ text: '{{ params.list }}', number: 1 })).toMatchObject({
      ok: false,
      fault: { code: 'config', field: 'text' },
    });
  });

  test('keys are not rendered, and the config that was given stays as it was', () => {
    const config = { text: '{{ params.s }}', number: 1, map: { '{{ params.s }}': 'v' } };
    const before = structuredClone(config);
    expect(render(config)).toMatchObject({ ok: true, config: { text: 'x', map: { '{{ params.s }}': 'v' } } });
    expect(config).toEqual(before);
  });
});
