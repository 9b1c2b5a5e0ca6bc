import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { TemplateFault } from '#domain/expression/template-fault.ts';

/** The lists that a mapped task would run over, one for each entry of its mapping, or a sentence why there are none. */
export function tryLists(map: NonNullable<Task['map']>, scope: JsonObject): { lists: Json[][] } | { fault: string } {
  const lists: Json[][] = [];
  for (const { into, items } of map.over) {
    try {
      const value: Json = typeof items !== 'string' ? items : isTemplate(items) ? renderTemplate(items, scope) : items;
      if (!Array.isArray(value)) return { fault: `The list for ${into} is no list: ${String(items)}.` };
      if (value.length === 0) return { fault: `The list for ${into} is empty. Type an item to try with.` };
      lists.push(value);
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      return { fault: error.message };
    }
  }
  return { lists };
}
