import { expect, test } from 'vitest';
import { loggedIds } from './logged-ids.ts';

test('of an input its ids are written down, and nothing that a person typed', () => {
  const input = { runId: 'r', task: 'a', index: 0, params: { password: 'x' }, answers: {}, consent: [], id: 'x'.repeat(300) };
  expect(loggedIds(input)).toEqual({ runId: 'r', task: 'a', index: 0 });
  expect([loggedIds(null), loggedIds('r'), loggedIds([])]).toEqual([{}, {}, {}]);
});
