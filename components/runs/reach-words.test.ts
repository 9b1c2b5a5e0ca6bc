import { expect, test } from 'vitest';
import { reachWords } from './reach-words.ts';

test('an act says what it does to the tasks, in numbers', () => {
  const stopped = { how: 'stopped' } as const;
  expect(reachWords('cancel', [stopped, {}, {}])).toBe('1 task is ended at work, 2 tasks never begin');
  expect(reachWords('pause', [{ how: 'goes-on' }, { how: 'held' }])).toBe('1 task works on, 1 task is held');
  expect(reachWords('resume', [{ how: 'asks' }, { how: 'asks' }])).toBe('2 tasks ask for slots');
  expect(reachWords('cancel', [])).toBe('');
});
