import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

type TaskFile = WorkflowFile['tasks'][number];

/** A workflow for tests: tasks by id, edges as `a>b`. */
export function workflow(
  id: string,
  tasks: Record<string, Omit<TaskFile, 'id'>>,
  edges: string[] = [],
  more: Partial<WorkflowFile> = {},
): WorkflowFile {
  return {
    format: 'drawloom/workflow@1',
    id,
    name: id,
    triggers: [],
    tasks: Object.entries(tasks).map(([task, rest]) => ({ id: task, ...rest })),
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split('>');
      return { from, to };
    }),
    ...more,
  };
}

export const noop: Omit<TaskFile, 'id'> = { operator: 'noop@1', config: {} };
export const shell = (command: string, more: Partial<TaskFile> = {}): Omit<TaskFile, 'id'> => ({
  operator: 'shell@1',
  config: { command },
  ...more,
});

/** `t0 > t1 > …`, all no-ops. */
export function chain(id: string, length: number): WorkflowFile {
  const names = Array.from({ length }, (_, n) => `t${n}`);
  return workflow(
    id,
    Object.fromEntries(names.map((name) => [name, noop])),
    names.slice(1).map((name, n) => `t${n}>${name}`),
  );
}
