import { parseWorkflow } from '../parse.ts';
import type { Workflow } from '../schema/workflow.ts';

type Fields = Record<string, unknown>;

/**
 * A parsed workflow from the little that a test cares about. A task is an id (a no-op) or fields; an edge is `a>b` or `a:port>b`.
 * Throws with the problems when it does not parse.
 */
export function workflowOf(tasks: (string | Fields)[], edges: string[] = [], rest: Fields = {}): Workflow {
  const parsed = parseWorkflow({
    format: 'drawloom/workflow@1',
    id: 'w',
    name: 'W',
    triggers: [],
    tasks: tasks.map((task) => ({ operator: 'noop@1', config: {}, ...(typeof task === 'string' ? { id: task } : task) })),
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split('>');
      const [id, port] = from.split(':');
      return { from: id, to, ...(port === undefined ? {} : { port }) };
    }),
    ...rest,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.workflow;
}
