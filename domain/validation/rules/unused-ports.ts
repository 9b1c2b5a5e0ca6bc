import { portsOf } from '#domain/definition/ports.ts';
import type { Rule } from '../context.ts';

/** Ports of a branch from which no edge leaves: `port.unused` (info). Nothing follows when it is taken, which is often meant. */
export const unusedPorts: Rule = function* ({ workflow, manifests }) {
  const used = new Set(workflow.edges.map(({ from, port }) => `${from}\n${port}`));
  for (const [index, { id, operator, config }] of workflow.tasks.entries()) {
    const manifest = manifests.get(operator);
    if (manifest === undefined || Array.isArray(manifest.ports)) continue;
    for (const port of portsOf(manifest, config))
      if (!used.has(`${id}\n${port}`))
        yield {
          code: 'port.unused',
          level: 'info',
          pointer: `/tasks/${index}`,
          task: id,
          message: `No edge leaves the port "${port}" of "${id}": when it is taken, nothing follows.`,
        };
  }
};
