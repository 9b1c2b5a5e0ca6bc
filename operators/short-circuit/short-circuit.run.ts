import type { JsonObject } from '#domain/definition/schema/json.ts';
import { answerByConditions, type ByConditions } from '#operators/answer-by-conditions.ts';
import { CodedFailure, type InProcessRunner, type RunContext } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  conditions: (config) => [String(config.when)],
  run: (config, context) => answerByConditions(steps(config, context), context),
};

function* steps(config: JsonObject, context: RunContext): ByConditions {
  const when = String(config.when);
  const value = yield when;
  if (typeof value !== 'boolean')
    throw new CodedFailure('condition', `The condition gave ${JSON.stringify(value)?.slice(0, 60)}; it must give true or false.`);
  context.log(`${when} is ${value}`);
  if (value) return { type: 'done', output: true };
  return { type: 'done', output: false, shortCircuit: config.directOnly === true ? 'children' : 'descendants' };
}
