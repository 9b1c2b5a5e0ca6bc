import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { forbiddenKeys } from '../json/forbidden-keys.ts';
import type { Json, JsonObject } from '../schema/json.ts';
import type { Workflow } from '../schema/workflow.ts';
import { refuse, type EditResult } from './refused.ts';
import { updateTask } from './update-task.ts';

/** A value with another one at a path; `undefined` takes a field or an entry away. What lacks on the way is made. */
function setAt(value: Json | undefined, path: readonly (string | number)[], to: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (typeof key === 'number') {
    const list = Array.isArray(value) ? value.slice() : [];
    const entry = setAt(list[key], rest, to);
    if (entry === undefined) list.splice(key, 1);
    else list[Math.min(key, list.length)] = entry;
    return list;
  }
  const object: JsonObject = isJsonObject(value) ? { ...value } : {};
  const field = setAt(object[key], rest, to);
  if (field === undefined) delete object[key];
  else object[key] = field;
  return object;
}

/** Sets one field of a task's config (`path`), or all of it (no path, `value` an object). `undefined` takes the field away. */
export function setConfig(
  workflow: Workflow,
  { task, path = [], value }: { task: string; path?: readonly (string | number)[] | undefined; value: Json | undefined },
): EditResult {
  if (path.some((part) => typeof part === 'string' && forbiddenKeys.has(part)))
    return refuse('json.forbidden-key', `A field cannot be called ${path.join('.')}.`);
  if (path.length === 0 && !isJsonObject(value)) return refuse('definition.type', 'The config of a task is an object.');
  return updateTask(workflow, task, (before) => {
    const config = setAt(before.config, path, value) as JsonObject;
    return JSON.stringify(config) === JSON.stringify(before.config) ? before : { ...before, config };
  });
}
