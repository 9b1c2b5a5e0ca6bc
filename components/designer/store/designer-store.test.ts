import { expect, it } from 'vitest';
import { workflowOf } from '#domain/definition/testing/workflow-of.ts';
import { createDesignerStore } from './designer-store.ts';

it('refuses whoever may only look, in words, and changes nothing', () => {
  const workflow = workflowOf(['a']);
  const store = createDesignerStore(workflow, 'You may look.');
  const refused = store.getState().edit({ type: 'remove', ids: ['a'] }, { label: 'delete a' });
  expect(refused).toEqual({ refused: 'auth.forbidden', message: 'You may look.' });
  store.getState().replace(workflowOf(['b']), 'restore');
  expect(store.getState().workflow).toBe(workflow);
  expect(store.getState().history.past).toEqual([]);
  expect(store.getState().said.text).toBe('You may look.');
  store.getState().select(['a']);
  expect(store.getState().selection).toEqual(['a']);
});
