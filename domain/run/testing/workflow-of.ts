import { workflowSchema, type Workflow, type WorkflowFile } from '#domain/definition/schema/workflow.ts';

type TaskFile = WorkflowFile['tasks'][number];

/** What a test says of a workflow: tasks by id, edges as `a > b` or, from a port, `a:yes > b`; the rest as in a file. */
export type WorkflowSketch = {
  tasks: string | Record<string, Partial<TaskFile>>;
  edges?: string[];
} & Partial<Omit<WorkflowFile, 'tasks' | 'edges'>>;

/** A whole definition from a sketch. `tasks: 'a b c'` are three plain tasks. */
export function workflowOf({ tasks, edges = [], ...rest }: WorkflowSketch): Workflow {
  const named: Record<string, Partial<TaskFile>> = typeof tasks === 'string'
    ? Object.fromEntries(tasks.split(' ').map((id) => [id, {}]))
    : tasks;
  return workflowSchema.parse({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'w',
    triggers: [],
    ...rest,
    tasks: Object.entries(named).map(([id, task]) => ({ id, operator: 'noop@1', config: {}, ...task })),
    edges: edges.map((edge) => {
      const [from, to] = edge.split(' > ') as [string, string];
      const [id, port] = from.split(':') as [string, string | undefined];
      return { from: id, to, ...(port === undefined ? {} : { port }) };
    }),
  });
}
