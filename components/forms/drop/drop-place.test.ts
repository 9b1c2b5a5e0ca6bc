import { expect, it } from 'vitest';
import { dropPlace } from './drop-place.ts';

const text = 'echo {{ tasks.a.output }} and';
const at = (part: string, inside = 0) => text.indexOf(part) + inside;

it('is where it was let go, in plain text and in the gap before a template ends', () => {
  expect(dropPlace(text, 3)).toBe(3);
  expect(dropPlace(text, text.length)).toBe(text.length);
  expect(dropPlace('a {{  }} b', 5)).toBe(5);
  expect(dropPlace('no end {{ tasks', 12)).toBe(12);
});

it('is after the template when it would break a name or the braces', () => {
  const end = at('}}', 2);
  expect(dropPlace(text, at('tasks', 2))).toBe(end);
  expect(dropPlace(text, at('output', 0))).toBe(end);
  expect(dropPlace(text, at('{{', 1))).toBe(end);
  expect(dropPlace(text, at('}}', 1))).toBe(end);
  expect(dropPlace(text, at('and'))).toBe(at('and'));
});
