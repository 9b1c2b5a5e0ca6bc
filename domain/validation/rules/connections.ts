import { isTemplate } from '#domain/expression/is-template.ts';
import type { Rule } from '../context.ts';

/**
 * Connections by name that are not there: `config.unknown-connection`. A warning, as a workflow may be published before its connection is made;
 * the task fails with `connection.missing` until then. Says nothing where it is not known which connections there are (a file, the command line).
 */
export const connections: Rule = function* ({ workflow, manifests, connections: known }) {
  if (known === null) return;
  for (const [index, { id, operator, config }] of workflow.tasks.entries())
    for (const [field, { widget }] of Object.entries(manifests.get(operator)?.hints ?? {})) {
      const name = config[field];
      if (widget !== 'connection' || typeof name !== 'string' || name.trim() === '' || isTemplate(name)) continue;
      if (!known.has(name.trim()))
        yield {
          code: 'config.unknown-connection',
          level: 'warning',
          pointer: `/tasks/${index}/config/${field}`,
          task: id,
          message: `There is no connection "${name.trim()}" here. Make it under Connections, or choose another.`,
        };
    }
};
