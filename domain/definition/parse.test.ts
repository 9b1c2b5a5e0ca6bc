import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { migrate } from './migrate/migrate.ts';
import { parseWorkflow, parseWorkflowText } from './parse.ts';
import { problemsText } from './problems-text.ts';
import { sha256 } from './sha256.ts';
import { utf8 } from './json/utf8.ts';

const base = { format: 'drawloom/workflow@1', id: 'w', name: 'W', triggers: [], tasks: [], edges: [] };
const found = (input: unknown): string[] => {
  const parsed = parseWorkflow(input);
  return parsed.ok ? [] : parsed.problems.map((p) => `${p.code} ${p.pointer}`);
};
const task = { id: 'a', operator: 'noop@1', config: {} };

describe('parseWorkflow', () => {
  test('fills in defaults', () => {
    const parsed = parseWorkflow({ ...base, tasks: [task, { ...task, id: 'b' }], edges: [{ from: 'a', to: 'b' }] });
    expect(parsed).toMatchObject({
      ok: true,
      workflow: { tasks: [{ triggerRule: 'all_success', disabled: false }, {}], edges: [{ port: 'out' }] },
    });
  });

  test.each<[string, unknown, string[]]>([
    ['no object', [], ['definition.type ']],
    ['no format', { id: 'w' }, ['definition.format /format']],
    ['newer format', { ...base, format: 'drawloom/workflow@2' }, ['definition.format /format']],
    ['foreign format', { ...base, format: 'other/1' }, ['definition.format /format']],
    ['format of a wrong type', { ...base, format: 1 }, ['definition.format /format']],
    ['a bad id', { ...base, id: 'a b' }, ['definition.value /id']],
    ['a missing field', { ...base, tasks: [{ operator: 'noop@1', config: {} }] }, ['definition.missing /tasks/0/id']],
    [
      'a field nobody knows',
      { ...base, tasks: [{ ...task, trigger_rule: 'x' }] },
      ['definition.unknown-field /tasks/0/trigger_rule'],
    ],
    ['an unknown rule', { ...base, tasks: [{ ...task, triggerRule: 'none' }] }, ['definition.value /tasks/0/triggerRule']],
    ['out of bounds', { ...base, tasks: [{ ...task, retry: { max: 1001 } }] }, ['definition.bounds /tasks/0/retry/max']],
    [
      'too many tasks',
      { ...base, tasks: Array.from({ length: 10_001 }, (_, i) => ({ ...task, id: `t${i}` })) },
      ['definition.cap /tasks'],
    ],
    [
      'a teardown of nothing',
      { ...base, tasks: [{ ...task, role: { teardown: { of: 'a' } } }] },
      ['definition.type /tasks/0/role/teardown/of'],
    ],
    ['no instant', { ...base, triggers: [{ id: 't', type: 'once', start: 'tomorrow' }] }, ['definition.value /triggers/0/start']],
    ['a number beyond 2^53', { ...base, params: { a: 2 ** 53 } }, ['json.number /params/a']],
    ['NaN', { ...base, params: { a: Number.NaN } }, ['json.number /params/a']],
    [
      'a prototype key',
      { ...base, params: JSON.parse('{"__proto__": {}}') as unknown },
      ['json.forbidden-key /params/__proto__'],
    ],
    ['a date', { ...base, params: { a: new Date(0) } }, ['json.value /params/a']],
    ['a function', { ...base, params: { a: () => 1 } }, ['json.value /params/a']],
  ])('%s', (_name, input, expected) => expect(found(input)).toEqual(expected));

  test('every problem is a sentence and names its task', () => {
    const parsed = parseWorkflow({ ...base, tasks: [{ ...task, timeoutSec: 'soon' }] });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          code: 'definition.type',
          level: 'error',
          pointer: '/tasks/0/timeoutSec',
          task: 'a',
          message: 'Timeout is text, it has to be a number.',
        },
      ],
    });
  });

  test('all problems of the format at once, each with its place in words', () => {
    const parsed = parseWorkflow({
      ...base,
      triggers: [{ id: 't', type: 'hourly' }],
      tasks: [
        { ...task, timeoutSec: 'soon' },
        { ...task, id: 'b', map: { over: [{ items: 3 }] } },
      ],
      edges: [{ from: 'a' }],
    });
    if (parsed.ok) throw new Error('it was read');
    expect(parsed.problems.map((p) => `${p.code} ${p.pointer} ${p.task ?? '-'} ${p.message}`)).toEqual([
      'definition.value /triggers/0/type - Type is "hourly". It is one of cron, every, dates, once, continuous.',
      'definition.type /tasks/0/timeoutSec a Timeout is text, it has to be a number.',
      'definition.missing /tasks/1/map/over/0/into b Map, over, entry 1: into is missing.',
      'definition.type /tasks/1/map/over/0/items b Map, over, entry 1: items is a number, it has to be a list or text.',
      'definition.missing /edges/0/to - To is missing.',
    ]);
    expect(problemsText(parsed.problems)).toBe(
      'Trigger 1: Type is "hourly". It is one of cron, every, dates, once, continuous. Task a: Timeout is text, it has to be a number. Task b: Map, over, entry 1: into is missing. And 2 more.',
    );
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(typeof parseWorkflow(input).ok).toBe('boolean');
        expect(typeof parseWorkflow({ ...base, tasks: input }).ok).toBe('boolean');
        expect(typeof parseWorkflow({ ...base, triggers: [input], layout: input }).ok).toBe('boolean');
      }),
    );
  });
});

describe('parseWorkflowText', () => {
  test('refuses more than 10 MiB', () => {
    const parsed = parseWorkflowText(JSON.stringify({ ...base, description: 'x'.repeat(10 * 1024 * 1024) }));
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: 'definition.cap', pointer: '' }] });
    const wide = parseWorkflowText(JSON.stringify({ ...base, description: 'ü'.repeat(5.3 * 1024 * 1024) }));
    expect(wide).toMatchObject({ ok: false, problems: [{ code: 'definition.cap', pointer: '' }] });
  });

  test('every file that was ever written is still read', () => {
    const folder = new URL('./migrate/fixtures/', import.meta.url);
    const files = readdirSync(folder).filter((f) => f.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const parsed = parseWorkflowText(text);
      expect(parsed).toMatchObject({ ok: true });
      if (parsed.ok && file.startsWith('workflow-1')) expect(canonicalText(parsed.workflow)).toBe(text);
    }
  });
});

describe('migrate', () => {
  test('walks step by step and stamps each format', () => {
    const seen: unknown[] = [];
    const step = (from: number) => ({
      from,
      up: (d: Record<string, never>) => (seen.push(d['format']), { ...d, [`via${from}`]: true }),
    });
    const answer = migrate({ format: 'drawloom/workflow@1', id: 'w' }, [step(2), step(1)] as never, 3);
    expect(answer).toEqual({ ok: true, document: { format: 'drawloom/workflow@3', id: 'w', via1: true, via2: true } });
    expect(seen).toEqual(['drawloom/workflow@1', 'drawloom/workflow@2']);
    expect(migrate({ format: 'drawloom/workflow@1' }, [], 2)).toMatchObject({
      ok: false,
      problem: { code: 'definition.format' },
    });
  });
});

test('sha256 is SHA-256', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(sha256(utf8(text))).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
