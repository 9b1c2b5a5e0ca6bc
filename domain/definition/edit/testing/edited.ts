import { expect } from 'vitest';
import type { Task, Workflow } from '../../schema/workflow.ts';
import { applyEdit } from '../apply-edit.ts';
import type { Edit } from '../edit.ts';
import { isRefused } from '../refused.ts';

const made = (workflow: Workflow, ...edits: Edit[]): Workflow =>
  edits.reduce((now, edit) => {
    const next = applyEdit(now, edit);
    if (isRefused(next)) throw new Error(`${next.refused}: ${next.message}`);
    return next;
  }, workflow);
const refusal = (workflow: Workflow, edit: Edit): string => {
  const result = applyEdit(workflow, edit);
  if (!isRefused(result)) throw new Error('not refused');
  expect(result.message).toMatch(/\.$/);
  return result.refused;
};
const task = (id: string): Task => ({ id, operator: 'noop@1', config: {}, triggerRule: 'all_success', disabled: false });
const edges = (workflow: Workflow) => workflow.edges.map(({ from, port, to }) => `${from}:${port}>${to}`);
const ids = (workflow: Workflow) => workflow.tasks.map(({ id }) => id);
const shell = (id: string, environment: Record<string, string> = {}) => ({
  id,
  operator: 'shell@1',
  config: { command: 'x', environment },
});

/** What tests of edits say in few words: a workflow after edits, the code of a refusal, and what to look at. */
export const edited = { made, refusal, task, edges, ids, shell };
