import { expect, test } from 'vitest';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { noopOperator } from '#operators/noop/noop.operator.ts';
import { createDesignerStore } from '../store/designer-store.ts';
import { copyText } from './copy-text.ts';
import { createDesignActs } from './design-acts.ts';

function designer() {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: ['a', 'b'].map((id) => ({ id, operator: 'noop@1', config: {} })),
    edges: [{ from: 'a', to: 'b' }],
    notes: [{ id: 'n', text: 'Ask Ana', at: [0, 100] }],
    layout: { direction: 'LR', positions: { a: [0, 0], b: [240, 0] } },
  });
  if (!parsed.ok) throw new Error('the workflow cannot be read');
  const store = createDesignerStore(parsed.workflow);
  return { store, acts: createDesignActs(store, [noopOperator], () => null) };
}

test('a note is duplicated like a task: the copies are chosen, lie on nothing, and are one step', () => {
  const { store, acts } = designer();
  store.getState().select(['a', 'note:n']);
  acts.duplicate();
  const { workflow, selection, said, history } = store.getState();
  expect(selection).toEqual(['a_2', 'note:n_2']);
  expect(said.text).toBe('1 task and 1 note duplicated.');
  expect(workflow.notes?.map((note) => note.text)).toEqual(['Ask Ana', 'Ask Ana']);
  expect(history.past).toHaveLength(1);
});

test('a pasted note is told and chosen', () => {
  const { store, acts } = designer();
  const text = copyText(store.getState().workflow, ['note:n']) ?? '';
  expect(acts.paste(text)).toBeNull();
  expect(store.getState().said.text).toBe('1 note pasted.');
  expect(store.getState().selection).toEqual(['note:n_2']);
});
