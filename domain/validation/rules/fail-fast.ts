import type { Rule } from '../context.ts';

/** Fail fast with any other rule than all_success, teardowns aside: `fail-fast.rule` (semantics.md). */
export const failFast: Rule = function* ({ workflow }) {
  if (workflow.settings?.failFast !== true) return;
  for (const [index, { id, role, triggerRule }] of workflow.tasks.entries())
    if (triggerRule !== 'all_success' && !(role !== undefined && 'teardown' in role))
      yield {
        code: 'fail-fast.rule',
        level: 'error',
        pointer: `/tasks/${index}/triggerRule`,
        task: id,
        message: `The workflow fails fast, so every rule has to be all_success, but "${id}" has ${triggerRule}. Change it, or switch fail fast off.`,
        fix: {
          label: 'Set it to all_success',
          edits: [{ type: 'set-task-settings', task: id, settings: { triggerRule: 'all_success' } }],
        },
      };
};
