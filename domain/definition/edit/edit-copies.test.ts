import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import { canonicalText } from '../canonical.ts';
import { parseWorkflowText } from '../parse.ts';
import { workflowOf } from '../testing/workflow-of.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import { isRefused } from './refused.ts';
import { edited } from './testing/edited.ts';

const { made, refusal, task, edges, ids, shell } = edited;

describe('copies', () => {
  const source = workflowOf(
    [
      shell('load'),
      { ...shell('next', { A: '{{ tasks.load.output }} {{ tasks.other.output }}' }), group: 'g' },
      'other',
      { id: 't', role: { teardown: { of: ['load', 'other'] } } },
    ],
    ['load>next', 'other>next', 'load>t'],
    {
      groups: [{ id: 'g' }],
      layout: { positions: { load: [0, 0], next: [200, 0] } },
      notes: [{ id: 'n', text: 'x', at: [0, 80] }],
    },
  );

  test('duplicate takes new ids and points inside the copy', () => {
    const after = made(source, { type: 'duplicate', ids: ['load', 'g', 't', 'n'] });
    expect(ids(after)).toEqual(['load', 'next', 'other', 't', 'load_2', 'next_2', 't_2']);
    expect(after.tasks[5]?.config['environment']).toEqual({ A: '{{ tasks.load_2.output }} {{ tasks.other.output }}' });
    expect(after.tasks[5]?.group).toBe('g_2');
    expect(after.tasks[6]?.role).toEqual({ teardown: { of: ['load_2', 'other'], failsRun: false } });
    expect(edges(after).slice(3)).toEqual(['load_2:out>next_2', 'load_2:out>t_2']);
    expect(after.layout?.positions['next_2']).toEqual([248, 48]);
    expect(after.notes?.map(({ id, at }) => [id, at])).toEqual([
      ['n', [0, 80]],
      ['n_2', [48, 128]],
    ]);
    expect(ids(made(after, { type: 'duplicate', ids: ['load_2'] })).at(-1)).toBe('load_3');
    expect(refusal(source, { type: 'duplicate', ids: [] })).toBe('edit.empty');
  });

  test('paste into another workflow keeps ids that are free, drops what is not there', () => {
    const { tasks, edges: all, ...rest } = source;
    const text = canonicalText({
      ...rest,
      tasks: tasks.filter(({ id }) => id !== 'other'),
      edges: all.filter(({ from }) => from !== 'other'),
    });
    const after = made(workflowOf(['load']), { type: 'paste', text, at: [500, 300] });
    expect(ids(after)).toEqual(['load', 'load_2', 'next', 't']);
    expect(edges(after)).toEqual(['load_2:out>next', 'load_2:out>t']);
    expect(after.tasks[3]?.role).toEqual({ teardown: { of: ['load_2'], failsRun: false } });
    const [x, y] = after.layout?.positions['load_2'] ?? [0, 0];
    expect(after.layout?.positions['next']).toEqual([x + 200, y]);
    expect(x).toBe(308);
    expect(y).toBe(236);
  });

  test.each([
    ['hello', 'paste.foreign'],
    ['{"nodes": []}', 'paste.foreign'],
    ['{"format": "drawloom/workflow@1", "tasks": [', 'json.syntax'],
    ['{"format": "drawloom/workflow@9"}', 'definition.format'],
    ['{"format": "drawloom/workflow@1", "id": "w", "name": "W", "triggers": [], "tasks": [], "edges": []}', 'edit.empty'],
    [`{"format": "drawloom/workflow@1", "x": "${'y'.repeat(11 * 1024 * 1024)}"}`, 'definition.cap'],
  ])('paste of foreign or broken text', (text, code) => expect(refusal(source, { type: 'paste', text })).toBe(code));
});

test('whatever is edited, the workflow is one that parses; what was there before never changes', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'g', 'h', 'n', 'a_2');
  const list = fc.uniqueArray(id, { maxLength: 3 });
  const at = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
  const port = fc.constantFrom('out', 'yes');
  const edge = fc.record({ from: id, port, to: id });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    id.map((i): Edit => ({ type: 'add-task', task: task(i) })),
    edge.map((e): Edit => ({ type: 'connect', edge: e })),
    fc.array(edge, { maxLength: 2 }).map((e): Edit => ({ type: 'disconnect', edges: e })),
    fc.tuple(id, at).map(([i, p]): Edit => ({ type: 'move', positions: { [i]: p } })),
    list.map((i): Edit => ({ type: 'remove', ids: i })),
    fc.tuple(id, fc.constantFrom('', 'N')).map(([i, name]): Edit => ({ type: 'rename', id: i, name })),
    fc.tuple(id, id).map(([i, to]): Edit => ({ type: 'set-id', id: i, to })),
    id.map((i): Edit => ({ type: 'set-config', task: i, path: ['x', 0], value: `{{ tasks.${i}.output }}` })),
    id.map((i): Edit => ({
      type: 'set-task-settings',
      task: i,
      settings: { role: { teardown: { of: ['a', 'b'], failsRun: false } } },
    })),
    fc.tuple(edge, id).map(([e, i]): Edit => ({ type: 'insert-on-edge', edge: e, task: task(i) })),
    list.map((i): Edit => ({ type: 'duplicate', ids: i })),
    fc.tuple(list, id).map(([i, g]): Edit => ({ type: 'group', ids: i, group: { id: g } })),
    id.map((i): Edit => ({ type: 'ungroup', id: i })),
    fc.tuple(list, fc.option(id)).map(([i, g]): Edit => ({ type: 'move-to-group', ids: i, group: g })),
    fc.tuple(id, at).map(([i, p]): Edit => ({ type: 'add-note', note: { id: i, text: '', at: p } })),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      let now = workflowOf(['a', 'b', { id: 'c', group: 'g' }], ['a>b', 'b>c'], { groups: [{ id: 'g' }] });
      for (const one of edits) {
        const before = JSON.stringify(now);
        const next = applyEdit(now, one);
        expect(JSON.stringify(now)).toBe(before);
        if (isRefused(next)) continue;
        now = next;
        const text = canonicalText(now);
        const parsed = parseWorkflowText(text);
        if (!parsed.ok) throw new Error(JSON.stringify([one, parsed.problems]));
        expect(canonicalText(parsed.workflow)).toBe(text);
        // Edits never make what their own refusals speak of.
        const broken = validate(now, catalog).filter(({ code }) =>
          /^(edge\.(self|double|dangling)|(task|group|note)\.duplicate|group\.|task\.unknown-group)/.test(code),
        );
        expect(broken).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('a fix mends its problem', () => {
  const broken = workflowOf(
    [
      { id: 'a', idempotent: 'no', retry: { max: 1 } },
      { id: 'b', triggerRule: 'all_done' },
      { id: 'v', operator: 'noop@9' },
      { id: 't', role: { teardown: { of: ['a'] } }, triggerRule: 'always' },
      { id: 'u', group: 'nope' },
      { id: 'p', past: { dependsOnPast: true } },
    ],
    ['a>a', 'a>zz'],
    { settings: { failFast: true, concurrency: 'cancel-previous' } },
  );
  const fixable = validate(broken, catalog).filter(({ fix }) => fix !== undefined);
  expect(fixable.length).toBeGreaterThanOrEqual(8);
  for (const { code, pointer, fix } of fixable) {
    const after = validate(made(broken, ...(fix?.edits ?? [])), catalog);
    expect(
      after.filter((problem) => problem.code === code && problem.pointer === pointer),
      code,
    ).toEqual([]);
  }
});
