import { expect, test } from 'vitest';
import { moveWords } from './move-words.ts';

test('says in one line which tasks are new, fall away and are changed', () => {
  const move = { from: 1, to: 2, added: ['a', 'b'], removed: ['c'], changed: ['d', 'e', 'f', 'g', 'h'] };
  expect(moveWords(move, (task) => task.toUpperCase())).toBe(
    '2 tasks are new (A, B), 1 falls away (C), 5 are changed (D, E, F and 2 more).',
  );
  expect(moveWords({ ...move, added: [], removed: [], changed: ['d'] }, (task) => task)).toBe('1 task is changed (d).');
  expect(moveWords({ ...move, added: [], removed: [], changed: [] }, (task) => task)).toMatch(/^The same tasks/);
});
