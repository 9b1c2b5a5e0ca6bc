import { expect, it } from 'vitest';
import { programsNaming } from './programs-naming.ts';
import { workflowOf } from './testing/workflow-of.ts';

it('finds programs that read a param by themselves, not templates in them nor another name', () => {
  const program = (id: string, code: string) => ({ id, operator: 'python@1', config: { code } });
  const { tasks } = workflowOf([
    program('brackets', 'run["params"]["day"]'),
    program('dots', 'x = run.params.day'),
    program('template', 'x = "{{ params.day }}"'),
    program('longer', 'run.params.daytime'),
    { id: 'none', operator: 'noop@1', config: {} },
  ]);
  expect(programsNaming(tasks, 'day').map(({ id }) => id)).toEqual(['brackets', 'dots']);
});
