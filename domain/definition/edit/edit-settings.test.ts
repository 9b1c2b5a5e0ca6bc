import { describe, expect, test } from 'vitest';
import { workflowOf } from '../testing/workflow-of.ts';
import { edited } from './testing/edited.ts';

const { made, refusal, ids, shell } = edited;

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
