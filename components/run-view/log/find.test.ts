import { expect, it } from 'vitest';
import { cutParts } from './cut-parts.ts';
import { findMatches } from './find-matches.ts';
import type { LogLine } from './log-line.ts';

const line = (text: string, id: number): LogLine => ({
  id,
  at: 0,
  stream: 'out',
  level: 'none',
  text,
  parts: [{ text, className: '' }],
});

it('finds every place, whatever the case', () => {
  expect(findMatches([line('503 and 503', 0), line('Error', 1)], '503')).toEqual([
    { line: 0, start: 0 },
    { line: 0, start: 8 },
  ]);
  expect(findMatches([line('ERROR', 0)], 'error')).toHaveLength(1);
  expect(findMatches([line('x', 0)], '')).toEqual([]);
});
it('cuts a mark out of colours, also over their border', () => {
  const parts = [
    { text: 'ab', className: 'r' },
    { text: 'cd', className: 'g' },
  ];
  expect(cutParts(parts, [1], 2).map((p) => [p.text, p.className, p.marked])).toEqual([
    ['a', 'r', false],
    ['b', 'r', true],
    ['c', 'g', true],
    ['d', 'g', false],
  ]);
});
it('leaves parts whole without marks', () => expect(cutParts([{ text: 'ab', className: '' }], [], 1)).toHaveLength(1));
