import { expect, it } from 'vitest';
import { taskHash } from './task-hash.ts';

it('is of what a task does: its operator and config, in whatever order they are written', () => {
  const one = taskHash({ operator: 'shell@1', config: { command: 'echo', environment: { A: '1', B: ['x', { y: null }] } } });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(taskHash({ operator: 'shell@1', config: { environment: { B: ['x', { y: null }], A: '1' }, command: 'echo' } })).toBe(
    one,
  );
  expect(taskHash({ operator: 'shell@1', config: { command: 'echo', environment: { A: '1', B: [{ y: null }, 'x'] } } })).not.toBe(
    one,
  );
  expect(taskHash({ operator: 'shell@2', config: { command: 'echo', environment: { A: '1', B: ['x', { y: null }] } } })).not.toBe(
    one,
  );
});
