import { isTemplate } from '#domain/expression/is-template.ts';
import type { Task } from './schema/workflow.ts';
import { scriptField } from './script-field.ts';

/** Tasks whose program seems to read a param by itself (`run.params["day"]`): its language is not ours, so this is a guess from its words. */
export function programsNaming(tasks: readonly Task[], param: string): Task[] {
  const escaped = param.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const reads = new RegExp(String.raw`\bparams\b\W{1,20}${escaped}\b`);
  return tasks.filter((task) => {
    const field = scriptField(task.operator)?.field;
    const code = field === undefined ? undefined : task.config[field];
    return typeof code === 'string' && reads.test(isTemplate(code) ? code.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, '') : code);
  });
}
