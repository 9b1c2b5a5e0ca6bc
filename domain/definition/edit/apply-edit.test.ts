import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import { canonicalText } from '../canonical.ts';
import { parseWorkflowText } from '../parse.ts';
import type { Task, Workflow } from '../schema/workflow.ts';
import { workflowOf } from '../testing/workflow-of.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import { isRefused } from './refused.ts';

const made = (workflow: Workflow, ...edits: Edit[]): Workflow =>
  edits.reduce((now, edit) => {
    const next = applyEdit(now, edit);
    if (isRefused(next)) throw new Error(`${next.refused}: ${next.message}`);
    return next;
  }, workflow);
const refusal = (workflow: Workflow, edit: Edit): string => {
  const result = applyEdit(workflow, edit);
  if (!isRefused(result)) throw new Error('not refused');
  expect(result.message).toMatch(/\.$/);
  return result.refused;
};
const task = (id: string): Task => ({ id, operator: 'noop@1', config: {}, triggerRule: 'all_success', disabled: false });
const edges = (workflow: Workflow) => workflow.edges.map(({ from, port, to }) => `${from}:${port}>${to}`);
const ids = (workflow: Workflow) => workflow.tasks.map(({ id }) => id);
const shell = (id: string, environment: Record<string, string> = {}) => ({
  id,
  operator: 'shell@1',
  config: { command: 'x', environment },
});

describe('tasks and edges', () => {
  const chain = workflowOf(['a', 'b', 'c'], ['a>b', 'b>c'], { layout: { positions: { a: [0, 0] } } });

  test('add-task', () => {
    const added = made(chain, { type: 'add-task', task: task('d'), at: [8, 16] });
    expect(ids(added)).toEqual(['a', 'b', 'c', 'd']);
    expect(added.layout?.positions).toEqual({ a: [0, 0], d: [8, 16] });
    expect(refusal(chain, { type: 'add-task', task: task('a') })).toBe('task.duplicate');
  });

  test('connect refuses self, double, cycle and nothing', () => {
    expect(edges(made(chain, { type: 'connect', edge: { from: 'a', to: 'c' } }))).toContain('a:out>c');
    expect(edges(made(chain, { type: 'connect', edge: { from: 'a', port: 'other', to: 'b' } }))).toContain('a:other>b');
    expect(refusal(chain, { type: 'connect', edge: { from: 'a', to: 'a' } })).toBe('edge.self');
    expect(refusal(chain, { type: 'connect', edge: { from: 'a', to: 'b' } })).toBe('edge.double');
    expect(refusal(chain, { type: 'connect', edge: { from: 'a', to: 'z' } })).toBe('edit.missing');
    expect(refusal(chain, { type: 'connect', edge: { from: 'c', to: 'a' } })).toBe('edge.cycle');
    const refused = applyEdit(chain, { type: 'connect', edge: { from: 'c', to: 'a' } });
    expect(isRefused(refused) && refused.message).toBe('This would make a cycle: a → b → c → a.');
  });

  test('disconnect, set-edge-label', () => {
    expect(edges(made(chain, { type: 'disconnect', edges: [{ from: 'a', to: 'b' }] }))).toEqual(['b:out>c']);
    expect(made(chain, { type: 'disconnect', edges: [{ from: 'a', port: 'x', to: 'b' }] })).toBe(chain);
    const labelled = made(chain, { type: 'set-edge-label', edge: { from: 'a', to: 'b' }, label: 'rows' });
    expect(labelled.edges[0]?.label).toBe('rows');
    expect(made(labelled, { type: 'set-edge-label', edge: { from: 'a', to: 'b' }, label: '' }).edges[0]).toEqual(chain.edges[0]);
  });

  test('insert-on-edge keeps port and label', () => {
    const labelled = made(chain, { type: 'set-edge-label', edge: { from: 'a', to: 'b' }, label: 'rows' });
    const spliced = made(labelled, {
      type: 'insert-on-edge',
      edge: { from: 'a', to: 'b' },
      task: task('n'),
      port: 'yes',
      at: [1, 2],
    });
    expect(edges(spliced)).toEqual(['a:out>n', 'n:yes>b', 'b:out>c']);
    expect(spliced.edges[0]?.label).toBe('rows');
    expect(refusal(chain, { type: 'insert-on-edge', edge: { from: 'a', to: 'c' }, task: task('n') })).toBe('edit.missing');
  });

  test('remove cleans edges, places and teardowns; the rest is shared', () => {
    const before = workflowOf(
      ['a', 'b', { id: 'up', role: { setup: true } }, { id: 't', role: { teardown: { of: ['up', 'b'] } } }],
      ['a>b', 'up>t'],
      { layout: { positions: { a: [0, 0], up: [4, 4] } }, notes: [{ id: 'n', text: 'x', at: [0, 0] }] },
    );
    const after = made(before, { type: 'remove', ids: ['up', 'n'], edges: [{ from: 'a', to: 'b' }] });
    expect(ids(after)).toEqual(['a', 'b', 't']);
    expect(after.edges).toEqual([]);
    expect(after.notes).toEqual([]);
    expect(after.layout?.positions).toEqual({ a: [0, 0] });
    expect(after.tasks[2]?.role).toEqual({ teardown: { of: ['b'], failsRun: false } });
    expect(after.tasks[0]).toBe(before.tasks[0]);
    expect(made(before, { type: 'remove', ids: ['nope'] })).toBe(before);
  });

  test('move places tasks and notes', () => {
    const before = workflowOf(['a'], [], { notes: [{ id: 'n', text: '', at: [0, 0] }] });
    const after = made(before, { type: 'move', positions: { a: [40, 80], n: [4, 8], z: [1, 1] } });
    expect(after.layout).toEqual({ positions: { a: [40, 80] }, direction: 'LR' });
    expect(after.notes?.[0]?.at).toEqual([4, 8]);
    expect(made(after, { type: 'move', positions: { a: [40, 80] } })).toBe(after);
  });
});

describe('names and ids', () => {
  const before = workflowOf(
    [
      shell('load'),
      shell('next', {
        A: "{{ tasks.load.output.rows }} {{ 'tasks.load' }} {{ x.tasks.load }}",
        B: "{{ tasks['load'].status }}",
        C: 'tasks.load is text',
      }),
      {
        id: 'pick',
        operator: 'branch@1',
        config: { cases: [{ port: 'a', when: 'tasks.load.output > 1 && tasks["load"].status != \'tasks.load\'' }] },
      },
      { id: 'code', operator: 'javascript@1', config: { code: 'tasks.load.output' } },
      { ...shell('each'), map: { over: [{ into: 'environment.A', items: '{{ tasks.load.output }}' }] } },
      { id: 't', role: { teardown: { of: ['load'] } } },
    ],
    ['load>next'],
    {
      layout: { positions: { load: [4, 4] }, sizes: { load: [8, 8] } },
      groups: [{ id: 'g', map: { over: [{ into: 'x', items: '{{ tasks.load.output }}' }] } }],
    },
  );

  test('rename-param follows templates, conditions, lists, triggers; not strings, other roots, programs', () => {
    const params = {
      type: 'object',
      properties: { day: { type: 'string' }, city: {} },
      required: ['day'],
      'x-order': ['day', 'city'],
    };
    const script = 'print(run.params["day"])  # params.day';
    const reading = workflowOf(
      [
        shell('a', { A: "{{ params.day }} {{ params['day'] | default('params.day') }}", B: '{{ tasks.day.output }} params.day' }),
        { id: 'b', operator: 'branch@1', config: { cases: [{ name: 'x', when: 'params.day == "day" && x.params.day' }] } },
        { id: 'c', operator: 'python@1', config: { code: script }, map: { over: [{ into: 'x', items: '{{ params.day }}' }] } },
      ],
      [],
      { params, triggers: [{ id: 't', type: 'continuous', params: { day: 1 } }] },
    );
    const after = made(reading, { type: 'rename-param', from: 'day', to: 'on-day' });
    expect(after.params).toEqual({
      ...params,
      properties: { 'on-day': { type: 'string' }, city: {} },
      required: ['on-day'],
      'x-order': ['on-day', 'city'],
    });
    expect(after.tasks[0]?.config['environment']).toEqual({
      A: "{{ params['on-day'] }} {{ params['on-day'] | default('params.day') }}",
      B: '{{ tasks.day.output }} params.day',
    });
    expect(after.tasks[1]?.config['cases']).toEqual([{ name: 'x', when: 'params[\'on-day\'] == "day" && x.params.day' }]);
    expect(after.tasks[2]?.config['code']).toBe(script);
    expect(after.tasks[2]?.map?.over[0]?.items).toBe("{{ params['on-day'] }}");
    expect(after.triggers[0]?.params).toEqual({ 'on-day': 1 });
    expect(made(after, { type: 'rename-param', from: 'on-day', to: 'day' })).toMatchObject({ params });
    expect(refusal(reading, { type: 'rename-param', from: 'none', to: 'x' })).toBe('edit.missing');
    expect(refusal(reading, { type: 'rename-param', from: 'day', to: 'city' })).toBe('definition.value');
    expect(refusal(reading, { type: 'rename-param', from: 'day', to: ' ' })).toBe('definition.value');
  });

  test('rename', () => {
    const named = made(before, { type: 'rename', id: 'load', name: 'Load orders' });
    expect(named.tasks[0]?.name).toBe('Load orders');
    expect(named.tasks[1]).toBe(before.tasks[1]);
    expect(made(named, { type: 'rename', id: 'load', name: ' ' })).toEqual(before);
    expect(made(before, { type: 'rename', id: 'g', name: 'G' }).groups?.[0]?.name).toBe('G');
    expect(refusal(before, { type: 'rename', id: 'z', name: 'x' })).toBe('edit.missing');
  });

  test('set-id follows the task wherever it is named, and nowhere else', () => {
    const after = made(before, { type: 'set-id', id: 'load', to: 'fetch-x' });
    expect(after.tasks[0]?.id).toBe('fetch-x');
    expect(after.tasks[1]?.config['environment']).toEqual({
      A: "{{ tasks['fetch-x'].output.rows }} {{ 'tasks.load' }} {{ x.tasks.load }}",
      B: "{{ tasks['fetch-x'].status }}",
      C: 'tasks.load is text',
    });
    expect(after.tasks[2]?.config['cases']).toEqual([
      { port: 'a', when: "tasks['fetch-x'].output > 1 && tasks['fetch-x'].status != 'tasks.load'" },
    ]);
    expect(after.tasks[3]).toBe(before.tasks[3]);
    expect(after.tasks[4]?.map?.over[0]?.items).toBe("{{ tasks['fetch-x'].output }}");
    expect(after.tasks[5]?.role).toEqual({ teardown: { of: ['fetch-x'], failsRun: false } });
    expect(after.groups?.[0]?.map?.over[0]?.items).toBe("{{ tasks['fetch-x'].output }}");
    expect(edges(after)).toEqual(['fetch-x:out>next']);
    expect(after.layout).toMatchObject({ positions: { 'fetch-x': [4, 4] }, sizes: { 'fetch-x': [8, 8] } });
    // The way back leads to where it came from.
    const back = made(after, { type: 'set-id', id: 'fetch-x', to: 'load' });
    expect(back.tasks[1]?.config['environment']).toMatchObject({
      A: "{{ tasks.load.output.rows }} {{ 'tasks.load' }} {{ x.tasks.load }}",
    });
    expect(refusal(before, { type: 'set-id', id: 'load', to: 'next' })).toBe('task.duplicate');
    expect(refusal(before, { type: 'set-id', id: 'load', to: 'g' })).toBe('task.duplicate');
    expect(refusal(before, { type: 'set-id', id: 'load', to: 'a b' })).toBe('definition.value');
  });

  test('set-id of a group', () => {
    const grouped = workflowOf([{ id: 'a', group: 'g' }], [], { groups: [{ id: 'g' }, { id: 'h', parent: 'g' }] });
    const after = made(grouped, { type: 'set-id', id: 'g', to: 'k' });
    expect([after.tasks[0]?.group, after.groups?.[0]?.id, after.groups?.[1]?.parent]).toEqual(['k', 'k', 'k']);
  });
});

describe('config and settings', () => {
  const before = workflowOf([
    shell('a', { X: '1' }),
    {
      id: 'w',
      operator: 'branch@1',
      config: {
        cases: [
          { port: 'a', when: 'true' },
          { port: 'b', when: 'true' },
        ],
      },
    },
  ]);

  test('set-config', () => {
    expect(made(before, { type: 'set-config', task: 'a', path: ['environment', 'Y'], value: '2' }).tasks[0]?.config).toEqual({
      command: 'x',
      environment: { X: '1', Y: '2' },
    });
    expect(made(before, { type: 'set-config', task: 'a', path: ['environment'], value: undefined }).tasks[0]?.config).toEqual({
      command: 'x',
    });
    expect(made(before, { type: 'set-config', task: 'w', path: ['cases', 0], value: undefined }).tasks[1]?.config).toEqual({
      cases: [{ port: 'b', when: 'true' }],
    });
    expect(
      made(before, { type: 'set-config', task: 'w', path: ['cases', 2, 'port'], value: 'c' }).tasks[1]?.config['cases'],
    ).toHaveLength(3);
    expect(made(before, { type: 'set-config', task: 'a', path: ['command'], value: 'x' })).toBe(before);
    expect(made(before, { type: 'set-config', task: 'a', value: {} }).tasks[0]?.config).toEqual({});
    expect(before.tasks[0]?.config).toEqual({ command: 'x', environment: { X: '1' } });
    expect(refusal(before, { type: 'set-config', task: 'a', path: ['__proto__', 'x'], value: 1 })).toBe('json.forbidden-key');
    expect(refusal(before, { type: 'set-config', task: 'a', value: 1 })).toBe('definition.type');
  });

  test('set-operator, set-task-settings, set-settings', () => {
    expect(made(before, { type: 'set-operator', task: 'a', operator: 'noop@1', config: {} }).tasks[0]).toMatchObject({
      operator: 'noop@1',
      config: {},
    });
    const settings = { triggerRule: 'all_done' as const, retry: { max: 2, delaySec: 1, multiplier: 0 }, disabled: true };
    const set = made(before, { type: 'set-task-settings', task: 'a', settings });
    expect(set.tasks[0]).toMatchObject(settings);
    const back = { triggerRule: undefined, retry: undefined, disabled: undefined };
    expect(made(set, { type: 'set-task-settings', task: 'a', settings: back })).toEqual(before);
    expect(made(before, { type: 'set-settings', fields: { name: 'N', tags: ['x'] } })).toMatchObject({ name: 'N', tags: ['x'] });
    expect(refusal(before, { type: 'set-settings', fields: { name: '' } })).toBe('definition.bounds');
  });

  test('triggers', () => {
    const trigger = {
      id: 't',
      type: 'cron',
      cron: ['0 2 * * *'],
      timezone: 'UTC',
      catchup: 'none',
      missed: 'latest',
      interval: false,
    } as const;
    const added = made(before, { type: 'add-trigger', trigger: { ...trigger, cron: ['0 1 * * *'] } });
    expect(refusal(added, { type: 'add-trigger', trigger: { ...trigger, cron: ['0 1 * * *'] } })).toBe('trigger.duplicate');
    const updated = made(added, { type: 'update-trigger', trigger: { ...trigger, cron: ['0 3 * * *'] } });
    expect(updated.triggers).toEqual([{ ...trigger, cron: ['0 3 * * *'] }]);
    expect(made(updated, { type: 'remove-trigger', id: 't' }).triggers).toEqual([]);
    expect(refusal(before, { type: 'update-trigger', trigger: { ...trigger, cron: ['0 1 * * *'] } })).toBe('edit.missing');
  });
});

describe('groups and notes', () => {
  const before = workflowOf(['a', 'b', { id: 'c', group: 'g' }], [], { groups: [{ id: 'g' }, { id: 'h', parent: 'g' }] });

  test('group, move-to-group, ungroup', () => {
    const grouped = made(before, { type: 'group', ids: ['a', 'b'], group: { id: 'n', name: 'N' } });
    expect(grouped.tasks.map((t) => t.group)).toEqual(['n', 'n', 'g']);
    expect(grouped.groups?.at(-1)).toEqual({ id: 'n', name: 'N', collapsed: false });
    const inner = made(before, { type: 'group', ids: ['c', 'h'], group: { id: 'n' } });
    expect(inner.groups?.map(({ id, parent }) => [id, parent])).toEqual([
      ['g', undefined],
      ['h', 'n'],
      ['n', 'g'],
    ]);
    expect(made(inner, { type: 'ungroup', id: 'n' })).toEqual(before);
    expect(refusal(before, { type: 'group', ids: [], group: { id: 'n' } })).toBe('edit.empty');
    expect(refusal(before, { type: 'group', ids: ['a'], group: { id: 'g' } })).toBe('group.duplicate');
    expect(refusal(before, { type: 'move-to-group', ids: ['g'], group: 'h' })).toBe('group.cycle');
    expect(made(before, { type: 'move-to-group', ids: ['c'], group: null }).tasks[2]?.group).toBeUndefined();
  });

  test('set-group; removing a group removes what lies in it', () => {
    expect(made(before, { type: 'set-group', id: 'g', fields: { collapsed: true, color: 'teal' } }).groups?.[0]).toEqual({
      id: 'g',
      collapsed: true,
      color: 'teal',
    });
    expect(refusal(before, { type: 'set-group', id: 'g', fields: { parent: 'h' } })).toBe('group.cycle');
    const removed = made(before, { type: 'remove', ids: ['g'] });
    expect(ids(removed)).toEqual(['a', 'b']);
    expect(removed.groups).toEqual([]);
  });

  test('notes', () => {
    const noted = made(before, { type: 'add-note', note: { id: 'n', text: 'x', at: [0, 0] } });
    expect(made(noted, { type: 'update-note', id: 'n', fields: { text: 'y' } }).notes?.[0]?.text).toBe('y');
    expect(refusal(noted, { type: 'add-note', note: { id: 'n', text: '', at: [0, 0] } })).toBe('note.duplicate');
  });

  test('set-layout', () => {
    const laid = made(before, { type: 'set-layout', positions: { a: [4, 4] }, direction: 'TB', sizes: { g: [40, 40] } });
    expect(laid.layout).toEqual({ positions: { a: [4, 4] }, direction: 'TB', sizes: { g: [40, 40] } });
    expect(made(laid, { type: 'set-layout', positions: { a: [4, 4] }, direction: 'TB' })).toBe(laid);
  });
});

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
