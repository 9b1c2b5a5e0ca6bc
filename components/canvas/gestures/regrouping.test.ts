import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { drawingOf } from '../project/drawing.ts';
import { framesOf } from '../project/frames.ts';
import { carriedBy, shifted } from './carried-by.ts';
import { groupAt, regroupingOf } from './regrouping.ts';

const task = (id: string, group?: string) => ({ id, operator: 'noop@1', config: {}, ...(group === undefined ? {} : { group }) });
const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: [task('a', 'inner'), task('b', 'inner'), task('c', 'outer'), task('d'), task('e', 'other'), task('f', 'other')],
  edges: [],
  groups: [{ id: 'outer' }, { id: 'inner', parent: 'outer' }, { id: 'other' }],
  layout: { direction: 'LR', positions: { a: [0, 0], b: [240, 0], c: [0, 120], d: [0, 400], e: [800, 0], f: [800, 120] } },
});
if (!parsed.ok) throw new Error('the workflow cannot be read');
const drawing = drawingOf(parsed.workflow, []);
const frames = framesOf(parsed.workflow, drawing);
const drag = (grabbed: string, dx: number, dy: number, selected: readonly string[] = []) => {
  const carried = carriedBy(grabbed, new Set(selected), drawing, frames, new Map());
  return regroupingOf(grabbed, carried, drawing, frames)(shifted(carried, dx, dy));
};

test('a box goes into the innermost group that its middle lies in', () => {
  expect(drag('d', 120, -380)).toEqual({ ids: ['d'], group: 'inner' });
  expect(drag('d', 240, -280)).toEqual({ ids: ['d'], group: 'outer' });
  expect(drag('d', 8, 0)).toBeNull();
});

test('a box leaves its group only when it lies wholly outside of it, into the group around it', () => {
  expect(drag('a', 40, 8)).toBeNull();
  expect(drag('e', 120, 0)).toBeNull();
  expect(drag('e', 240, 0)).toEqual({ ids: ['e'], group: null });
  expect(drag('b', 0, 120)).toEqual({ ids: ['b'], group: 'outer' });
});

test('boxes that are a whole group, or its frame, go as one: a group lies in a group', () => {
  expect(drag('frame:other', -560, 0)).toEqual({ ids: ['other'], group: 'outer' });
  expect(drag('e', -560, 0, ['e', 'f'])).toEqual({ ids: ['other'], group: 'outer' });
  expect(drag('frame:inner', 800, 200)).toEqual({ ids: ['inner'], group: null });
});

test('what is dropped at a place lies in the group there', () => {
  expect(groupAt(frames, { x: 820, y: 60, width: 184, height: 52 })).toBe('other');
  expect(groupAt(frames, { x: 2000, y: 60, width: 184, height: 52 })).toBeNull();
});
