import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { drawingOf } from '../project/drawing.ts';
import { framesOf } from '../project/frames.ts';
import { framesNow } from './frames-now.ts';

const task = (id: string, group?: string) => ({ id, operator: 'noop@1', config: {}, ...(group === undefined ? {} : { group }) });
const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [task('a', 'one'), task('b', 'one'), task('c', 'two')],
  edges: [],
  groups: [{ id: 'one' }, { id: 'two' }],
  layout: { direction: 'LR', positions: { a: [0, 0], b: [240, 0], c: [0, 400] } },
});
if (!parsed.ok) throw new Error('the workflow cannot be read');
const drawing = drawingOf(parsed.workflow, []);
const frames = framesOf(parsed.workflow, drawing);
const frame = (id: string) => frames.find(({ group }) => group === id)!;
const moved = new Map([['a', { x: 0, y: 420 }]]);

test('a frame stays round a box that moves, and lets go of one that leaves for another group', () => {
  const stretched = framesNow(moved, drawing, frames, null)(frame('one'));
  expect(stretched?.rect.height).toBeGreaterThan(frame('one').rect.height);
  const left = framesNow(moved, drawing, frames, { ids: ['a'], group: 'two' })(frame('one'));
  expect(left?.rect.height).toBe(frame('one').rect.height);
  expect(left?.rect.width).toBeLessThan(frame('one').rect.width);
});

test('the frame that would take it in says so; one that the drag does not touch is left alone', () => {
  expect(framesNow(moved, drawing, frames, { ids: ['a'], group: 'two' })(frame('two'))).toEqual({
    rect: frame('two').rect,
    into: true,
  });
  expect(framesNow(moved, drawing, frames, null)(frame('two'))).toBeNull();
});
