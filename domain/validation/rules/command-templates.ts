import { hintAt } from '#domain/definition/hint-at.ts';
import { pointer } from '#domain/definition/pointer.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import type { Rule } from '../context.ts';

const advice: Record<string, string> = {
  shell: 'Pass the value under Environment and write "$NAME" in the command',
  python: 'Read the value from inputs or run instead',
  javascript: 'Read the value from inputs or run instead',
};

/** Templates inside the text of a program: `template.in-code` (warning). A value with a quote in it would become code (trust.md R10). */
export const commandTemplates: Rule = function* ({ workflow, manifests }) {
  for (const [index, { id, operator, config }] of workflow.tasks.entries()) {
    const hints = manifests.get(operator)?.hints;
    if (hints === undefined) continue;
    for (const [field, value] of Object.entries(config)) {
      const language = hintAt(hints, [field])?.language;
      if (typeof value !== 'string' || language === undefined || !Object.hasOwn(advice, language) || !isTemplate(value)) continue;
      yield {
        code: 'template.in-code',
        level: 'warning',
        pointer: pointer(['tasks', index, 'config', field]),
        task: id,
        message: `A template stands inside the ${language} text of "${id}": a value with a quote in it would be run as code. ${advice[language]}.`,
      };
    }
  }
};
