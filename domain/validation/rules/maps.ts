import { schemaAt } from '#domain/definition/json-schema/schema-at.ts';
import type { Problem } from '#domain/definition/problem.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { isWholeTemplate } from '#domain/expression/is-whole-template.ts';
import type { Rule } from '../context.ts';

type Mapping = NonNullable<Task['map']>;

function* sizes(map: Mapping, pointer: string, name: string, at: Partial<Problem>): Generator<Problem> {
  const fixed: number[] = [];
  for (const [i, { items }] of map.over.entries()) {
    if (typeof items !== 'string') fixed.push(items.length);
    else if (!isWholeTemplate(items))
      yield {
        code: 'map.items',
        level: 'error',
        pointer: `${pointer}/over/${i}/items`,
        ...at,
        message: `${name} is mapped over ${isTemplate(items) ? 'a text' : 'no list'}. Write a list, or exactly one template such as {{ tasks.list.output }}.`,
      };
  }
  const size = map.combine === 'product' ? fixed.reduce((product, n) => product * n, 1) : Math.min(...fixed);
  if (fixed.length === map.over.length && size > map.limit)
    yield {
      code: 'map.limit',
      level: 'error',
      pointer: `${pointer}/limit`,
      ...at,
      message: `${name} would make ${size} copies, its limit is ${map.limit}. Raise the limit or shorten the list.`,
    };
  if (map.combine === 'zip' && new Set(fixed).size > 1)
    yield {
      code: 'map.zip',
      level: 'warning',
      pointer: `${pointer}/over`,
      ...at,
      message: `The lists of ${name} have different lengths (${fixed.join(', ')}): zip stops at the shortest. Make them equal, or use product.`,
    };
}

/** Mapped tasks and groups: `map.items`, `map.limit`, `map.zip`, `map.into` (no such field), `map.nested` (a mapping inside a mapped group). */
export const maps: Rule = function* ({ workflow, manifests }) {
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group]));
  const around = (start: string | undefined): string | null => {
    const seen = new Set<string>();
    for (let id = start; id !== undefined && !seen.has(id); id = groups.get(id)?.parent) {
      seen.add(id);
      if (groups.get(id)?.map !== undefined) return id;
    }
    return null;
  };
  const nested = (pointer: string, name: string, group: string, at: Partial<Problem>): Problem => ({
    code: 'map.nested',
    level: 'error',
    pointer,
    ...at,
    message: `${name} is mapped inside the mapped group "${group}". Map only one of them.`,
  });
  for (const [index, { id, map, group, operator }] of workflow.tasks.entries()) {
    if (map === undefined) continue;
    const pointer = `/tasks/${index}/map`;
    yield* sizes(map, pointer, `"${id}"`, { task: id });
    const mappedGroup = around(group);
    if (mappedGroup !== null) yield nested(pointer, `"${id}"`, mappedGroup, { task: id });
    const schema = manifests.get(operator)?.configSchema;
    if (schema === undefined) continue;
    for (const [i, { into }] of map.over.entries())
      if (
        schemaAt(
          schema,
          into.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        ) === null
      )
        yield {
          code: 'map.into',
          level: 'error',
          pointer: `${pointer}/over/${i}/into`,
          task: id,
          message: `"${id}" has no field "${into}" that an item could go into. Choose a field of its config.`,
        };
  }
  for (const [index, { id, map, parent }] of (workflow.groups ?? []).entries()) {
    if (map === undefined) continue;
    yield* sizes(map, `/groups/${index}/map`, `The group "${id}"`, {});
    const mappedGroup = around(parent);
    if (mappedGroup !== null) yield nested(`/groups/${index}/map`, `The group "${id}"`, mappedGroup, {});
  }
};
