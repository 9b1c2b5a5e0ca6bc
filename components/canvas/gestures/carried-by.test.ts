import { expect, test } from 'vitest';
import type { Drawing } from '../project/drawing.ts';
import { carriedBy, shifted } from './carried-by.ts';

const box = (id: string, x: number) => ({
  id,
  title: id,
  rect: { x, y: 0, width: 184, height: 52 },
  ports: ['out'],
  task: null,
  members: [],
});
const drawing: Drawing = {
  direction: 'LR',
  boxes: new Map(['a', 'b', 'c'].map((id, i) => [id, box(id, i * 240)])),
  edges: [],
  merged: new Map(),
};
const frames = [{ group: 'g', members: ['b', 'c'] }];
const notes = new Map([['note:n', { x: 8, y: 80 }]]);

test('what is not selected moves alone, what is selected moves together', () => {
  expect([...carriedBy('a', new Set(['b']), drawing, frames, notes).keys()]).toEqual(['a']);
  expect([...carriedBy('a', new Set(['a', 'note:n', 'a:out:b']), drawing, frames, notes).keys()]).toEqual(['a', 'note:n']);
});

test('a frame takes its boxes along, each once', () => {
  const carried = carriedBy('frame:g', new Set(['frame:g', 'b']), drawing, frames, notes);
  expect([...shifted(carried, 4, -4)]).toEqual([
    ['b', { x: 244, y: -4 }],
    ['c', { x: 484, y: -4 }],
  ]);
});
