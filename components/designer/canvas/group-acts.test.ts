import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { noopOperator } from '#operators/noop/noop.operator.ts';
import { createDesignerStore } from '../store/designer-store.ts';
import { createDesignActs } from './design-acts.ts';

const task = (id: string, group?: string) => ({ id, operator: 'noop@1', config: {}, ...(group === undefined ? {} : { group }) });

function designer() {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: [task('a', 'one'), task('b', 'one'), task('c', 'two'), task('d')],
    edges: [],
    groups: [{ id: 'one' }, { id: 'two' }],
    notes: [{ id: 'n', text: 'x', at: [0, 300] }],
    layout: { direction: 'LR', positions: { a: [0, 0], b: [240, 0], c: [600, 0], d: [0, 200] } },
  });
  if (!parsed.ok) throw new Error('the workflow cannot be read');
  const store = createDesignerStore(parsed.workflow);
  const acts = createDesignActs(store, [noopOperator], () => null);
  const groupOf = (id: string) => store.getState().workflow.tasks.find((each) => each.id === id)?.group;
  const parentOf = (id: string) => store.getState().workflow.groups?.find((each) => each.id === id)?.parent;
  return { store, acts, groupOf, parentOf };
}

test('groups are grouped, and what lies in a chosen group stays in it', () => {
  const { store, acts, groupOf, parentOf } = designer();
  store.getState().select(['frame:one', 'frame:two', 'a']);
  acts.group();
  const made = store.getState().workflow.groups?.at(-1)?.id ?? '';
  expect([parentOf('one'), parentOf('two'), groupOf('a')]).toEqual([made, made, 'one']);
  store.getState().undo();
  expect(parentOf('one')).toBeUndefined();
});

test('a task is put into a group below what is there, and taken out below its frame, each as one step', () => {
  const { store, acts, groupOf } = designer();
  store.getState().select(['d']);
  acts.moveToGroup('one');
  expect(groupOf('d')).toBe('one');
  expect(store.getState().workflow.layout?.positions['d']).toEqual([0, 84]);
  acts.moveToGroup(null);
  expect(groupOf('d')).toBeUndefined();
  // The frame of what stays ends at 52 + 16.
  expect(store.getState().workflow.layout?.positions['d']).toEqual([0, 100]);
  expect(store.getState().history.past).toHaveLength(2);
});

test('a drag tells the group it ended in; the move and the group are one step', () => {
  const { store, acts, groupOf } = designer();
  acts.move({ d: [300, 20] }, { ids: ['d'], group: 'one' });
  expect(groupOf('d')).toBe('one');
  expect(store.getState().said.text).toBe('Moved into one.');
  store.getState().undo();
  expect(groupOf('d')).toBeUndefined();
  expect(store.getState().workflow.layout?.positions['d']).toEqual([0, 200]);
});

test('an operator dropped into an open group lies in it', () => {
  const { acts, groupOf } = designer();
  expect(groupOf(acts.add(noopOperator, { at: [120, 4], wire: null }) ?? '')).toBe('one');
  expect(groupOf(acts.add(noopOperator, { at: [120, 400], wire: null }) ?? '')).toBeUndefined();
});

test('steps of the keyboard move boxes, groups and notes, and are one step of the history until something else is chosen', () => {
  const { store, acts } = designer();
  store.getState().select(['frame:one', 'note:n']);
  acts.nudge(4, 0);
  acts.nudge(0, 16);
  const { workflow, history } = store.getState();
  expect(workflow.layout?.positions).toMatchObject({ a: [4, 16], b: [244, 16], c: [600, 0] });
  expect(workflow.notes?.[0]?.at).toEqual([4, 316]);
  expect(history.past).toHaveLength(1);
  store.getState().select(['c']);
  acts.nudge(-4, 0);
  expect(store.getState().history.past).toHaveLength(2);
});
