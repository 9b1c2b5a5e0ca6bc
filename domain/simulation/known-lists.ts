import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { references } from '#domain/expression/references.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { TemplateFault } from '#domain/expression/template-fault.ts';
import type { ListLengths } from '#domain/run/events.ts';
import { knownNames } from './known-scope.ts';

/** Lengths of mapped lists whose templates read only params and the logical time; null where that is not known. */
export function knownLists(workflow: Workflow, scope: JsonObject): ListLengths {
  const lists: ListLengths = Object.create(null) as ListLengths;
  for (const { id, map } of [...workflow.tasks, ...(workflow.groups ?? [])])
    if (map !== undefined) lists[id] = map.over.map(({ items }) => (typeof items === 'string' ? length(items, scope) : null));
  return lists;
}

function length(template: string, scope: JsonObject): number | null {
  const { names, fault } = references(template);
  if (fault !== null || names.some((name) => !knownNames.has(name))) return null;
  try {
    const value = renderTemplate(template, scope);
    return Array.isArray(value) ? value.length : null;
  } catch (error) {
    if (error instanceof TemplateFault) return null;
    throw error;
  }
}
