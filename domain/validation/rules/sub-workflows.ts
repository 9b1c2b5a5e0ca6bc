import type { Rule } from '../context.ts';

/**
 * Workflows that tasks run: `child.unknown-workflow` (error) when there is none of this id, `child.unpublished` (warning) when
 * it has no version yet. Says nothing where nobody knows which workflows there are.
 */
export const subWorkflows: Rule = function* ({ workflow, workflows }) {
  if (workflows === null) return;
  for (const [index, { id, operator, config }] of workflow.tasks.entries()) {
    const named = config['workflow'];
    if (operator !== 'sub-workflow@1' || typeof named !== 'string' || named === '') continue;
    const place = { pointer: `/tasks/${index}/config/workflow`, task: id };
    const published = named === workflow.id ? true : workflows.get(named)?.isPublished;
    if (published === undefined)
      yield {
        code: 'child.unknown-workflow',
        level: 'error',
        ...place,
        message: `"${id}" runs the workflow ${named}, which is not there. Choose another.`,
      };
    else if (!published)
      yield {
        code: 'child.unpublished',
        level: 'warning',
        ...place,
        message: `"${id}" runs the workflow ${named}, which has no version yet. Publish it before this one runs.`,
      };
  }
};
