import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { matchTasks } from './match-tasks.ts';

const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [
    { id: 'load', name: 'Load orders', operator: 'sql@1', config: { query: 'select 1 from shop.orders' }, pool: { name: 'db' } },
    {
      id: 'push',
      operator: 'shell@1',
      config: { command: 'push' },
      disabled: true,
      triggerRule: 'all_done',
      group: 'g',
      role: { setup: true },
    },
  ],
  edges: [],
  groups: [
    { id: 'o', name: 'Evening' },
    { id: 'g', name: 'Send away', parent: 'o' },
  ],
});
if (!parsed.ok) throw new Error('not a workflow');
const found = (search: string) => {
  const set = matchTasks(parsed.workflow, [{ code: 'x', level: 'error', pointer: '', task: 'push', message: '' }], search, {
    changed: new Set(['load']),
    pinned: new Set(['push']),
  });
  return set === null ? null : [...set];
};

describe('matchTasks', () => {
  it('looks into every property and narrows by keys', () => {
    expect(found(' ')).toBeNull();
    expect(found('shop.orders')).toEqual(['load']);
    expect(found('operator:sql')).toEqual(['load']);
    expect(found('is:invalid')).toEqual(['push']);
    expect(found('is:disabled operator:sql')).toEqual([]);
    expect(found('pool:db load')).toEqual(['load']);
    expect(found('rule:all_done')).toEqual(['push']);
    expect(found('group:send')).toEqual(['push']);
    expect(found('group:evening')).toEqual(['push']);
    expect(found('role:setup')).toEqual(['push']);
    expect(found('role:teardown')).toEqual([]);
    expect(found('is:changed')).toEqual(['load']);
    expect(found('is:pinned')).toEqual(['push']);
    expect(found('is:nonsense')).toEqual([]);
  });
});
