import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** Ids of the workflows that the tasks of a workflow run, each once. */
export function childWorkflows({ tasks }: Pick<Workflow, 'tasks'>): string[] {
  const named = tasks.flatMap(({ operator, config }) => {
    const id = operator === 'sub-workflow@1' ? config['workflow'] : undefined;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
  return [...new Set(named)];
}
