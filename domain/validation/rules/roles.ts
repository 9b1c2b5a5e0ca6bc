import type { Rule } from '../context.ts';

/** Teardowns: `role.unknown-setup`, `role.not-setup`, `role.rule-ignored` (warning: a teardown goes by its setups, not by a trigger rule). */
export const roles: Rule = function* ({ workflow, indexOf }) {
  for (const [index, { id, role, triggerRule }] of workflow.tasks.entries()) {
    if (role === undefined || !('teardown' in role)) continue;
    for (const [i, setup] of role.teardown.of.entries()) {
      const at = indexOf.get(setup);
      const target = at === undefined ? undefined : workflow.tasks[at];
      const place = { level: 'error' as const, pointer: `/tasks/${index}/role/teardown/of/${i}`, task: id };
      if (target === undefined)
        yield {
          code: 'role.unknown-setup',
          ...place,
          message: `"${id}" tears down "${setup}", which does not exist. Choose a setup task.`,
        };
      else if (target.role === undefined || !('setup' in target.role))
        yield {
          code: 'role.not-setup',
          ...place,
          message: `"${id}" tears down "${setup}", which is no setup. Make it one, or take it from the list.`,
          ...(setup === id
            ? {}
            : {
                fix: {
                  label: `Make "${setup}" a setup`,
                  edits: [{ type: 'set-task-settings', task: setup, settings: { role: { setup: true } } }],
                },
              }),
        };
    }
    if (triggerRule !== 'all_success')
      yield {
        code: 'role.rule-ignored',
        level: 'warning',
        pointer: `/tasks/${index}/triggerRule`,
        task: id,
        message: `"${id}" is a teardown: it goes by its setups, and its trigger rule ${triggerRule} counts for nothing. Set it to all_success.`,
        fix: {
          label: 'Set it to all_success',
          edits: [{ type: 'set-task-settings', task: id, settings: { triggerRule: 'all_success' } }],
        },
      };
  }
};
