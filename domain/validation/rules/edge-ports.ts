import { portsOf } from '#domain/definition/ports.ts';
import type { Rule } from '../context.ts';

/** Edges that leave through a port their task does not have: `edge.port`. */
export const edgePorts: Rule = function* ({ workflow, indexOf, manifests }) {
  const known = new Map<number, readonly string[]>();
  for (const [index, { from, port, to }] of workflow.edges.entries()) {
    const at = indexOf.get(from);
    const task = at === undefined ? undefined : workflow.tasks[at];
    const manifest = task === undefined ? undefined : manifests.get(task.operator);
    if (at === undefined || task === undefined || manifest === undefined) continue;
    let ports = known.get(at);
    if (ports === undefined) known.set(at, (ports = portsOf(manifest, task.config)));
    if (ports.includes(port)) continue;
    yield {
      code: 'edge.port',
      level: 'error',
      pointer: `/edges/${index}/port`,
      task: from,
      message: `"${from}" has no port "${port}". ${ports.length === 0 ? 'It has none yet: name one in its config.' : `It has ${ports.join(', ')}: draw the edge to "${to}" from there.`}`,
    };
  }
};
