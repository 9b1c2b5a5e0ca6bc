import { describe, expect, it } from 'vitest';
import type { Drawing } from '../project/drawing.ts';
import { edgeUnder } from './edge-under.ts';
import { walk } from './walk.ts';

const box = (id: string, x: number, y: number) =>
  [id, { id, title: id, rect: { x, y, width: 184, height: 52 }, ports: ['out'], task: null, members: [] }] as const;
const drawing: Drawing = {
  direction: 'LR',
  boxes: new Map([box('a', 0, 100), box('b', 232, 0), box('c', 232, 200), box('d', 232, 100), box('e', 464, 100)]),
  merged: new Map(),
  edges: [
    { from: 'a', port: 'out', to: 'c' },
    { from: 'd', port: 'out', to: 'e' },
  ],
};

describe('walk', () => {
  it('prefers an edge, else takes the nearest', () => {
    expect(walk(drawing, 'a', 'ArrowRight')).toBe('c');
    expect(walk(drawing, 'd', 'ArrowUp')).toBe('b');
    expect(walk(drawing, 'e', 'ArrowLeft')).toBe('d');
    expect(walk(drawing, 'e', 'ArrowRight')).toBeNull();
  });
});

describe('edgeUnder', () => {
  const laid = new Map([
    [
      'a:out:e',
      {
        from: 'a',
        to: 'e',
        points: [
          { x: 184, y: 126 },
          { x: 464, y: 126 },
        ],
        gaps: [],
      },
    ],
  ]);
  it('finds the thread under the middle of a box, not its own', () => {
    expect(edgeUnder(laid, { x: 240, y: 100, width: 184, height: 52 }, 'x')).toBe('a:out:e');
    expect(edgeUnder(laid, { x: 240, y: 160, width: 184, height: 52 }, 'x')).toBeNull();
    expect(edgeUnder(laid, { x: 240, y: 100, width: 184, height: 52 }, 'a')).toBeNull();
  });
});
