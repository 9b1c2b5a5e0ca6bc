import type { Json } from '#domain/definition/schema/json.ts';
import type { Outcome, RunContext } from './runner.ts';

/** What an operator decides by conditions: yields each it wants evaluated, is given its value, and returns its answer. */
export type ByConditions = Generator<string, Outcome, Json>;

/** Goes through `steps`: at once as long as conditions are evaluated at once, else beside. Throws or rejects with what a condition or a step throws. */
export function answerByConditions(steps: ByConditions, context: Pick<RunContext, 'evaluate'>): Outcome | Promise<Outcome> {
  for (let step = steps.next(); ;) {
    if (step.done) return step.value;
    const value = context.evaluate(step.value);
    if (value instanceof Promise) return goOn(steps, context, value);
    step = steps.next(value);
  }
}

async function goOn(steps: ByConditions, context: Pick<RunContext, 'evaluate'>, first: Promise<Json>): Promise<Outcome> {
  for (let value = await first; ;) {
    const step = steps.next(value);
    if (step.done) return step.value;
    value = await context.evaluate(step.value);
  }
}
