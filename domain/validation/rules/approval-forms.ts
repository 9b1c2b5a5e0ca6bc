import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Rule } from '../context.ts';

/** The form of an approval: `approval.form` when it is no object schema, or has a field `approval`, which the output keeps for who decided. */
export const approvalForms: Rule = function* ({ workflow }) {
  for (const [index, { id, operator, config }] of workflow.tasks.entries()) {
    const { form } = config;
    if (operator !== 'approval@1' || !isJsonObject(form)) continue;
    const place = { code: 'approval.form', level: 'error' as const, pointer: `/tasks/${index}/config/form`, task: id };
    const { type, properties } = form;
    if (
      (type !== undefined && type !== 'object') ||
      !isJsonObject(properties ?? {}) ||
      !Object.values(properties ?? {}).every(isJsonObject)
    )
      yield {
        ...place,
        message: `The form of "${id}" has to be the schema of an object: {"properties": {"amount": {"type": "number"}}}.`,
      };
    else if (isJsonObject(properties) && Object.hasOwn(properties, 'approval'))
      yield { ...place, message: `The form of "${id}" has a field "approval", which stands for who decided. Name it otherwise.` };
  }
};
