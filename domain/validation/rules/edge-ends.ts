import type { Rule } from '../context.ts';

/** Edges that end in nothing, at their own beginning, or stand twice: `edge.dangling`, `edge.self`, `edge.double`. */
export const edgeEnds: Rule = function* ({ workflow, indexOf, groupIds }) {
  const seen = new Set<string>();
  for (const [index, edge] of workflow.edges.entries()) {
    const { from, port, to } = edge;
    const pointer = `/edges/${index}`;
    const fix = () => ({ label: 'Remove the edge', edits: [{ type: 'disconnect' as const, edges: [{ from, port, to }] }] });
    const missing = [from, to].find((id) => !indexOf.has(id));
    const key = `${from}\n${port}\n${to}`;
    if (missing !== undefined) {
      const what = groupIds.has(missing) ? 'is a group: an edge joins tasks' : 'does not exist';
      const message = `The edge from "${from}" to "${to}" hangs in the air: "${missing}" ${what}. Connect it to a task or remove it.`;
      yield {
        code: 'edge.dangling',
        level: 'error',
        pointer: `${pointer}/${missing === from ? 'from' : 'to'}`,
        message,
        fix: fix(),
      };
    } else if (from === to) {
      const message = `"${from}" is connected to itself. Remove the edge; to try again after a failure, give the task retries.`;
      yield { code: 'edge.self', level: 'error', pointer, task: from, message, fix: fix() };
    } else if (seen.has(key)) {
      const message = `The edge from "${from}", port ${port}, to "${to}" stands twice. Remove one.`;
      yield { code: 'edge.double', level: 'error', pointer, task: from, message };
    }
    seen.add(key);
  }
};
