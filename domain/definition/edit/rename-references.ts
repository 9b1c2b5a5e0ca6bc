import type { Json, JsonObject } from '../schema/json.ts';
import type { Group, Task } from '../schema/workflow.ts';
import { scriptField } from '../script-field.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { renameInText, type RenamedRoot } from './rename-in-text.ts';

type Names = ReadonlyMap<string, string>;

function inValue(value: Json, names: Names, root: RenamedRoot): Json {
  if (typeof value === 'string') return renameInText(value, names, root);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list = value.map((entry) => inValue(entry, names, root));
    return list.every((entry, i) => entry === value[i]) ? value : list;
  }
  const entries = Object.entries(value).map(([key, entry]): [string, Json] => [key, inValue(entry, names, root)]);
  return entries.every(([key, entry]) => entry === value[key]) ? value : Object.fromEntries(entries);
}

function inMap(map: Task['map'], names: Names, root: RenamedRoot): Task['map'] {
  if (map === undefined) return undefined;
  const over = map.over.map((one) => {
    const items = typeof one.items === 'string' ? renameInText(one.items, names, root) : one.items;
    return items === one.items ? one : { ...one, items };
  });
  return over.every((one, i) => one === map.over[i]) ? map : { ...map, over };
}

/**
 * A task that reads other tasks under their new ids: templates, conditions, mapped lists, teardowns; or, with the root `params`, params under
 * their new names. The same object when it reads none.
 */
export function renameReferences(task: Task, names: Names, root: RenamedRoot = 'tasks'): Task {
  const script = scriptField(task.operator)?.field;
  const code = script === undefined ? undefined : task.config[script];
  // A program is no condition, even when it looks like one; a template in it is one.
  const rest: JsonObject =
    typeof code === 'string' && script !== undefined && !isTemplate(code) ? { ...task.config, [script]: '' } : task.config;
  const renamed = inValue(rest, names, root) as JsonObject;
  const config = renamed === rest ? task.config : rest === task.config ? renamed : { ...renamed, [script ?? '']: code ?? '' };
  const map = inMap(task.map, names, root);
  const of = root === 'tasks' && task.role !== undefined && 'teardown' in task.role ? task.role.teardown.of : [];
  const changedSetups = of.some((id) => names.has(id));
  if (config === task.config && map === task.map && !changedSetups) return task;
  const result: Task = { ...task, config };
  if (map !== undefined) result.map = map;
  if (changedSetups && task.role !== undefined && 'teardown' in task.role)
    result.role = { teardown: { ...task.role.teardown, of: of.map((id) => names.get(id) ?? id) } };
  return result;
}

/** The same for a mapped group. */
export function renameGroupReferences(group: Group, names: Names, root: RenamedRoot = 'tasks'): Group {
  const map = inMap(group.map, names, root);
  return map === group.map || map === undefined ? group : { ...group, map };
}
