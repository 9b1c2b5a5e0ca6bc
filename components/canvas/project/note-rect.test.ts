import { expect, test } from 'vitest';
import { leastNote, noteRect } from './note-rect.ts';

const at: [number, number] = [40, 80];

test('a note without a size is as high as its text: words are wrapped, lists and code count line by line', () => {
  const height = (text: string): number => noteRect({ id: 'n', text, at }).height;
  expect(height('')).toBe(leastNote[1]);
  expect(height('- a\n- b\n- c')).toBeGreaterThan(height('- a\n- b'));
  expect(height('```\na\nb\n```')).toBeGreaterThan(height('a\nb'));
  expect(height('word '.repeat(40)) % 4).toBe(0);
});

test('a note of a size keeps it, but is never too small to be taken hold of', () => {
  expect(noteRect({ id: 'n', text: 'x', at, size: [240, 120] })).toEqual({ x: 40, y: 80, width: 240, height: 120 });
  expect(noteRect({ id: 'n', text: 'x', at, size: [4, 4] })).toEqual({ x: 40, y: 80, width: 104, height: 44 });
});
