import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { drawingOf } from '#components/canvas/project/drawing.ts';
import { diffDrawing } from './diff-drawing.ts';

function workflow(ids: Record<string, [number, number]>, edges: [string, string][], config: object = {}) {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: Object.keys(ids).map((id) => ({ id, operator: 'noop@1', config: id === 'a' ? config : {} })),
    edges: edges.map(([from, to]) => ({ from, to })),
    layout: { direction: 'LR', positions: ids },
  });
  if (!parsed.ok) throw new Error('the workflow cannot be read');
  return parsed.workflow;
}

test('one drawing holds what was added, what was removed and what was changed, and the edges of both', () => {
  const older = workflow({ a: [0, 0], b: [240, 0], c: [480, 0] }, [
    ['a', 'b'],
    ['b', 'c'],
  ]);
  const newer = workflow(
    { a: [0, 0], d: [240, 0], c: [480, 0] },
    [
      ['a', 'd'],
      ['d', 'c'],
    ],
    { value: 1 },
  );
  const { workflow: both, marks } = diffDrawing(older, newer);
  expect([...marks.tasks]).toEqual([
    ['a', 'changed'],
    ['d', 'added'],
    ['b', 'removed'],
  ]);
  expect(Object.fromEntries(marks.edges)).toEqual({
    'a:out:d': 'added',
    'd:out:c': 'added',
    'a:out:b': 'removed',
    'b:out:c': 'removed',
  });
  const drawing = drawingOf(both, []);
  expect(drawing.edges).toHaveLength(4);
  // The new task stands where the old one stood: that one is drawn below it.
  expect(drawing.boxes.get('d')?.rect).toMatchObject({ x: 240, y: 0 });
  expect(drawing.boxes.get('b')?.rect).toMatchObject({ x: 240, y: 84 });
});

test('a removed task of a group that is gone too stands on its own', () => {
  const older = workflow({ a: [0, 0], b: [240, 0] }, []);
  older.tasks = older.tasks.map((task) => (task.id === 'b' ? { ...task, group: 'gone' } : task));
  older.groups = [{ id: 'gone', collapsed: true }];
  const { workflow: both } = diffDrawing(older, workflow({ a: [0, 0] }, []));
  expect([...drawingOf(both, []).boxes.keys()]).toEqual(['a', 'b']);
});
