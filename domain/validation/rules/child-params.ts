import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { readParamsAs } from '#domain/definition/json-schema/read-params-as.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { pointer } from '#domain/definition/pointer.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { isWholeTemplate } from '#domain/expression/is-whole-template.ts';
import type { Rule } from '../context.ts';

// A text that is read as what its param wants may become anything, also when it is put together from several templates.
const template = (text: string): 'any' | 'text' | null =>
  isTemplate(text) ? (isWholeTemplate(text) || /^\s*[[{]/.test(text) ? 'any' : 'text') : null;

/**
 * What a task gives to the workflow that it runs, against the params of that workflow's newest version: `child.params` (error) where the run
 * would be refused, `child.unknown-param` (warning) for one that the workflow does not have. Says nothing where nobody knows the params.
 */
export const childParams: Rule = function* ({ workflow, workflows }) {
  for (const [index, { id, operator, config, map }] of workflow.tasks.entries()) {
    const named = config['workflow'];
    if (operator !== 'sub-workflow@1' || typeof named !== 'string') continue;
    const schema = workflows?.get(named)?.params;
    const given = config['params'] ?? {};
    if (schema === undefined || schema === null || !isJsonObject(given)) continue;
    const into = new Set((map?.over ?? []).map((over) => over.into));
    if (into.has('params')) continue;
    const at = (path: (string | number)[]) => pointer(['tasks', index, 'config', 'params', ...path]);
    const faults = checkValue(withDefaults(readParamsAs(given, schema), schema), schema, 'The params', { template });
    for (const { kind, path, message } of faults) {
      if (kind === 'missing' && into.has(['params', ...path].join('.'))) continue;
      yield { code: 'child.params', level: 'error', pointer: at(path), task: id, message };
    }
    const { properties, additionalProperties } = schema;
    // A closed schema has refused it already.
    if (additionalProperties !== undefined && additionalProperties !== true) continue;
    for (const name of Object.keys(given))
      if (!Object.hasOwn(isJsonObject(properties) ? properties : {}, name))
        yield {
          code: 'child.unknown-param',
          level: 'warning',
          pointer: at([name]),
          task: id,
          message: `${named} has no param "${name}". Remove it, or add it there.`,
        };
  }
};
