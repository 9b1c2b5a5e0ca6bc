import { describe, expect, it } from 'vitest';
import type { Json } from '../schema/json.ts';
import { readOperatorFile } from './read-operator-file.ts';

const least = { type: 'hello', title: 'Hello', run: ['python3', 'main.py'] };
const schema = (properties: Json, more: Record<string, Json> = {}) => ({ type: 'object', properties, ...more });

describe('operator.json', () => {
  it('needs a type, a title and what to run; the rest has its default', () => {
    const read = readOperatorFile(least);
    expect(read).toMatchObject({
      ok: true,
      file: {
        run: ['python3', 'main.py'],
        manifest: {
          version: 1,
          group: 'Your operators',
          icon: 'box',
          ports: ['out'],
          sideEffects: 'external',
          configSchema: { type: 'object', properties: {}, additionalProperties: false },
        },
      },
    });
  });

  it('gives a manifest without what is not one', () => {
    const read = readOperatorFile({ ...least, $schema: 'https://example.com' });
    expect(read.ok && Object.keys(read.file.manifest)).not.toEqual(expect.arrayContaining(['run', '$schema']));
  });

  it.each<[string, Json, string, string]>([
    ['no object', [], 'operator.value', ''],
    ['nothing to run', { type: 'a', title: 'A' }, 'operator.missing', '/run'],
    ['an empty run', { ...least, run: [] }, 'operator.value', '/run'],
    ['a field we do not know', { ...least, colour: 'red' }, 'operator.unknown-field', ''],
    ['a type with capitals', { ...least, type: 'Hello' }, 'operator.value', '/type'],
    ['a version that is no whole number', { ...least, version: 1.5 }, 'operator.value', '/version'],
    ['an unknown widget', { ...least, hints: { a: { widget: 'slider' } } }, 'operator.value', '/hints/a/widget'],
    ['a config that is no object', { ...least, configSchema: { type: 'string' } }, 'operator.schema', '/configSchema/type'],
    [
      'an open config',
      { ...least, configSchema: schema({}, { additionalProperties: true }) },
      'operator.schema',
      '/configSchema/additionalProperties',
    ],
    [
      'a type JSON Schema has not',
      { ...least, configSchema: schema({ a: { type: 'text' } }) },
      'operator.schema',
      '/configSchema/properties/a/type',
    ],
    [
      'a need for what is not there',
      { ...least, configSchema: schema({}, { required: ['a'] }) },
      'operator.schema',
      '/configSchema/required/0',
    ],
    [
      'a pattern that is none',
      { ...least, configSchema: schema({ a: { type: 'string', pattern: '(' } }) },
      'operator.schema',
      '/configSchema/properties/a/pattern',
    ],
    ['a hint for no field', { ...least, hints: { a: { label: 'A' } } }, 'operator.field', '/hints/a'],
    ['ports of no field', { ...least, ports: { fromConfig: 'cases' } }, 'operator.field', '/ports/fromConfig'],
    ['a port twice', { ...least, ports: ['a', 'a'] }, 'operator.value', '/ports'],
    [
      'a default of another type',
      { ...least, configSchema: schema({ n: { type: 'integer' } }), defaults: { n: 'x' } },
      'operator.default',
      '/defaults/n',
    ],
    ['a default for no field', { ...least, defaults: { n: 1 } }, 'operator.default', '/defaults/n'],
  ])('refuses %s', (_what, value, code, pointer) => {
    const read = readOperatorFile(value);
    expect(read.ok).toBe(false);
    expect(read.ok || read.problems.map((problem) => [problem.code, problem.pointer])).toContainEqual([code, pointer]);
    for (const { message } of read.ok ? [] : read.problems) expect(message).toMatch(/[.!]$/);
  });

  it('lets a person fill in what has no sensible default', () => {
    const configSchema = schema({ file: { type: 'string', minLength: 3 }, n: { type: 'integer' } }, { required: ['file', 'n'] });
    expect(readOperatorFile({ ...least, configSchema, defaults: { file: '' } }).ok).toBe(true);
  });

  it('names every problem, not the first alone', () => {
    const read = readOperatorFile({ type: 'A', run: 'python3' });
    expect(read.ok || read.problems.length).toBe(3);
  });
});
