import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { renderTemplate } from '#domain/expression/render-template.ts';
import { CodedFailure } from '#operators/runner.ts';

export type MapSpec = NonNullable<Task['map']>;

/**
 * The lists a mapped task (or group) expands over, one for each entry of its `map.over`; the scope holds what the templates
 * name (`listScope`). Throws CodedFailure `map` for a template that yields no list, and TemplateFault for one that fails.
 */
export function expandLists(map: MapSpec, scope: JsonObject): Json[][] {
  return map.over.map(({ into, items }) => {
    if (typeof items !== 'string') return items;
    const value: Json = isTemplate(items) ? renderTemplate(items, scope) : items;
    if (!Array.isArray(value))
      throw new CodedFailure(
        'map',
        `${items} gave ${value === null ? 'null' : `a ${typeof value}`} for ${into}; a mapped task needs a list.`,
        'never',
      );
    return value;
  });
}

/** What copy `index` gets of each list. In a product the last list turns fastest, as in Airflow. */
function entriesOf(map: MapSpec, lists: readonly (readonly Json[] | null)[], index: number): Json[] {
  if (map.combine === 'zip') return lists.map((list) => list?.[index] ?? null);
  const entries: Json[] = new Array<Json>(lists.length);
  let rest = index;
  for (let at = lists.length - 1; at >= 0; at--) {
    const list = lists[at] ?? [];
    entries[at] = list[rest % list.length] ?? null;
    rest = Math.floor(rest / list.length);
  }
  return entries;
}

/**
 * `item` of copy `index`: the entry itself, or the list of entries when the task is mapped over several lists. What is not
 * in a list, or in none that is known (null), is null.
 */
export function itemOf(map: MapSpec, lists: readonly (readonly Json[] | null)[], index: number): Json {
  const entries = entriesOf(map, lists, index);
  return entries.length === 1 ? entries[0]! : entries;
}
