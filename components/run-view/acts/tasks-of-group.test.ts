import { expect, it } from 'vitest';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { tasksOfGroup } from './tasks-of-group.ts';

it('takes in the groups inside a group, at any depth', () => {
  const workflow = {
    groups: [{ id: 'deep', parent: 'inner' }, { id: 'outer' }, { id: 'inner', parent: 'outer' }, { id: 'other' }],
    tasks: [{ id: 'a', group: 'outer' }, { id: 'b' }, { id: 'c', group: 'deep' }, { id: 'd', group: 'other' }],
  } as unknown as Workflow;
  expect(tasksOfGroup(workflow, 'outer')).toEqual(['a', 'c']);
  expect(tasksOfGroup(workflow, 'inner')).toEqual(['c']);
});
