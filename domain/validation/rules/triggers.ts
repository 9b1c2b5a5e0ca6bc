import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { pointer } from '#domain/definition/pointer.ts';
import { checkTrigger } from '#domain/trigger/check-trigger.ts';
import { triggerSeed } from '#domain/trigger/trigger-seed.ts';
import type { Rule } from '../context.ts';

/** Triggers: what `checkTrigger` finds, `trigger.params` against the schema of the params, `trigger.catchup-without-start` (warning). */
export const triggers: Rule = function* ({ workflow }) {
  for (const [index, trigger] of workflow.triggers.entries()) {
    const place = `/triggers/${index}`;
    for (const problem of checkTrigger(trigger, triggerSeed(workflow.id, trigger.id)))
      yield { ...problem, pointer: place + problem.pointer };
    if (workflow.params !== undefined)
      for (const { path, message } of checkValue(
        withDefaults(trigger.params ?? {}, workflow.params),
        workflow.params,
        'The params of the trigger',
      ))
        yield { code: 'trigger.params', level: 'error', pointer: `${place}/params${pointer(path)}`, message };
    if (trigger.catchup === 'all' && trigger.start === undefined)
      yield {
        code: 'trigger.catchup-without-start',
        level: 'warning',
        pointer: `${place}/catchup`,
        message: 'There is nothing to catch up with: the trigger has no start. Give it one.',
      };
  }
};
