import { expect, it } from 'vitest';
import { taskHash } from '#domain/definition/task-hash.ts';
import { workflowOf } from '#domain/definition/testing/workflow-of.ts';
import { isStale } from './stale-value.ts';

it('is a value whose task does something else now, not one that nobody knows', () => {
  const [task] = workflowOf([{ id: 'a', operator: 'shell@1', config: { command: 'echo 1' } }]).tasks;
  if (task === undefined) throw new Error('no task');
  const then = taskHash(task);
  expect(isStale(task, then)).toBe(false);
  expect(isStale({ ...task, name: 'Renamed', retry: { max: 3, delaySec: 1, multiplier: 1 } }, then)).toBe(false);
  expect(isStale({ ...task, config: { command: 'echo 2' } }, then)).toBe(true);
  expect(isStale({ ...task, config: { command: 'echo 2' } }, null)).toBe(false);
  expect(isStale(undefined, then)).toBe(false);
});
