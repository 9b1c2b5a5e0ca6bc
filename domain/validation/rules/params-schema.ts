import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { pointer } from '#domain/definition/pointer.ts';
import type { Rule } from '../context.ts';

/** The schema of a run's params: `params.schema` when it is no object schema, `params.default` when a default does not fit its own field. */
export const paramsSchema: Rule = function* ({ workflow: { params } }) {
  if (params === undefined) return;
  const place = { code: 'params.schema', level: 'error' as const };
  if (params['type'] !== undefined && params['type'] !== 'object')
    yield {
      ...place,
      pointer: '/params/type',
      message: 'Params are an object. Write "type": "object" and name each of them under "properties".',
    };
  const { properties, required } = params;
  if (properties !== undefined && !isJsonObject(properties)) {
    yield { ...place, pointer: '/params/properties', message: '"properties" of the params has to be an object: name → schema.' };
    return;
  }
  for (const [name, schema] of Object.entries(properties ?? {})) {
    const at = pointer(['params', 'properties', name]);
    if (!isJsonObject(schema))
      yield { ...place, pointer: at, message: `The schema of "${name}" has to be an object, such as {"type": "string"}.` };
    else if (schema['default'] !== undefined)
      for (const { path, message } of checkValue(schema['default'], schema, `The default of "${name}"`))
        yield { code: 'params.default', level: 'error', pointer: `${at}/default${pointer(path)}`, message };
  }
  for (const [index, name] of (Array.isArray(required) ? required : []).entries())
    if (typeof name !== 'string' || !Object.hasOwn(properties ?? {}, name))
      yield {
        ...place,
        pointer: `/params/required/${index}`,
        message: `"required" names ${JSON.stringify(name)}, which is not under "properties".`,
      };
};
