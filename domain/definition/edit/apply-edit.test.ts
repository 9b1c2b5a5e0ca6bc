import { describe, expect, test } from 'vitest';
import { workflowOf } from '../testing/workflow-of.ts';
import { applyEdit } from './apply-edit.ts';
import { isRefused } from './refused.ts';
import { edited } from './testing/edited.ts';

const { made, refusal, task, edges, ids, shell } = edited;

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
