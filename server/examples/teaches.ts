import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** What is to be seen in a workflow, read from its definition, the rarer first. */
export function teaches({ tasks, triggers, params }: Workflow): string[] {
  const has = (is: (task: Workflow['tasks'][number]) => boolean): boolean => tasks.some(is);
  const type = (name: string) => has(({ operator }) => operator.startsWith(`${name}@`));
  return [
    ...(has(({ map }) => map !== undefined) ? ['a copy per item'] : []),
    ...(type('approval') ? ['an approval'] : []),
    ...(type('sub-workflow') ? ['a sub-workflow'] : []),
    ...(type('http') ? ['HTTP'] : []),
    ...(type('wait') ? ['waiting'] : []),
    ...(type('notify') ? ['telling somebody'] : []),
    ...(has(({ role }) => role !== undefined) ? ['setup and teardown'] : []),
    ...(type('branch') ? ['a branch'] : []),
    ...(type('short-circuit') ? ['a short circuit'] : []),
    ...(has(({ retry }) => (retry?.max ?? 0) > 0) ? ['retries'] : []),
    ...(has(({ triggerRule }) => triggerRule !== 'all_success') ? ['trigger rules'] : []),
    ...(type('sql') || type('transform') ? ['SQL'] : []),
    ...(params === undefined ? [] : ['params']),
    ...(triggers.length > 0 ? ['a schedule'] : []),
  ];
}
