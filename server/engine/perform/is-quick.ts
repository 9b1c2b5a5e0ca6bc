import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { cheapCondition } from '#domain/expression/cheap-condition.ts';
import { isSmallJson } from '#domain/expression/is-small-json.ts';

/** Whether evaluating a condition over this scope is bounded to next to nothing: a cheap one over small values. */
export function isQuick(condition: string, scope: JsonObject): boolean {
  const cheap = cheapCondition(condition);
  if (!cheap) return false;
  const outputs = [...cheap.outputs].map((task) => outputOf(scope.tasks, task));
  return isSmallJson(scope.params ?? null, scope.item ?? null, ...outputs);
}

function outputOf(tasks: Json | undefined, name: string): Json {
  const task = tasks !== undefined && isJsonObject(tasks) && Object.hasOwn(tasks, name) ? tasks[name] : null;
  return (isJsonObject(task ?? null) && (task as JsonObject).output) || null;
}
