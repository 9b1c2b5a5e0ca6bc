import type { Rule } from '../context.ts';

/** Tasks that wait for the run before in a workflow that cancels it: `past.cancel-previous` (warning). Such a task would wait for ever. */
export const past: Rule = function* ({ workflow }) {
  if (workflow.settings?.concurrency !== 'cancel-previous') return;
  for (const [index, { id, past: waits }] of workflow.tasks.entries())
    if (waits?.dependsOnPast === true || waits?.waitForDownstream === true)
      yield {
        code: 'past.cancel-previous',
        level: 'warning',
        pointer: `/tasks/${index}/past`,
        task: id,
        message: `"${id}" waits for its success in the run before, which this workflow may cancel; then it waits for ever. Let runs queue instead.`,
        fix: {
          label: 'Let runs queue',
          edits: [{ type: 'set-settings', fields: { settings: { ...workflow.settings, concurrency: 'queue' } } }],
        },
      };
};
