import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { drawingOf } from './drawing.ts';
import { withToggledGroup } from './toggled-group.ts';

const parsed = parseWorkflow({
  format: 'drawloom/workflow@1',
  id: 'w',
  name: 'W',
  triggers: [],
  tasks: ['a', 'b'].map((id) => ({ id, operator: 'noop@1', config: {}, group: 'g' })),
  edges: [{ from: 'a', to: 'b' }],
  groups: [{ id: 'g', collapsed: true }],
  layout: { direction: 'LR', positions: { a: [0, 0], b: [240, 0], g: [1000, 0] } },
});
if (!parsed.ok) throw new Error('the workflow cannot be read');
const { workflow } = parsed;

test('a collapsed group opens where its box stands, and collapses to the middle of its tasks', () => {
  const open = withToggledGroup(workflow, 'g');
  const boxes = drawingOf(open, []).boxes;
  expect([...boxes.keys()]).toEqual(['a', 'b']);
  expect([boxes.get('a')?.rect.x, boxes.get('b')?.rect.x]).toEqual([880, 1120]);
  const again = withToggledGroup(open, 'g');
  expect([...drawingOf(again, []).boxes.values()].map(({ id, rect }) => [id, rect.x])).toEqual([['g', 1000]]);
  // Who looks changes nothing.
  expect(workflow.groups?.[0]?.collapsed).toBe(true);
});
