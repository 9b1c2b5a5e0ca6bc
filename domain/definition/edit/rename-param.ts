import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { JsonObject } from '../schema/json.ts';
import type { Workflow } from '../schema/workflow.ts';
import { missingThing } from './missing-thing.ts';
import { refuse, type EditResult } from './refused.ts';
import { renameKey } from './rename-key.ts';
import { renameGroupReferences, renameReferences } from './rename-references.ts';

/** Fields of an object schema that name its properties. */
function inSchema(schema: JsonObject, from: string, to: string): JsonObject {
  const result: JsonObject = { ...schema };
  for (const word of ['properties', 'default', 'x-order', 'required']) {
    const value = schema[word];
    if (isJsonObject(value)) result[word] = renameKey(value, from, to);
    else if (Array.isArray(value)) result[word] = value.map((name) => (name === from ? to : name));
  }
  return result;
}

/**
 * Gives a param another name, and follows it wherever the product reads it: the schema, what triggers give, templates and conditions of tasks,
 * lists of mapped groups. A program that reads it by itself is left as it is. Refuses a param that is gone (`edit.missing`) and a name that
 * is taken or is none (`definition.value`).
 */
export function renameParam(workflow: Workflow, { from, to }: { from: string; to: string }): EditResult {
  if (from === to) return workflow;
  const properties = workflow.params?.['properties'];
  if (workflow.params === undefined || !isJsonObject(properties) || !Object.hasOwn(properties, from))
    return missingThing('param', from);
  if (to.trim() === '' || Object.hasOwn(properties, to))
    return refuse(
      'definition.value',
      to.trim() === '' ? 'A param needs a name.' : `There is a param "${to}" already. Choose another name.`,
    );
  const names = new Map([[from, to]]);
  const result: Workflow = {
    ...workflow,
    params: inSchema(workflow.params, from, to),
    tasks: workflow.tasks.map((task) => renameReferences(task, names, 'params')),
    triggers: workflow.triggers.map((trigger) =>
      trigger.params === undefined || !Object.hasOwn(trigger.params, from)
        ? trigger
        : { ...trigger, params: renameKey(trigger.params, from, to) },
    ),
  };
  if (workflow.groups !== undefined)
    result.groups = workflow.groups.map((group) => renameGroupReferences(group, names, 'params'));
  return result;
}
