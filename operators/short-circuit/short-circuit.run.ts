import type { InProcessRunner } from '#operators/runner.ts';
import { CodedFailure } from '#operators/runner.ts';

export const runner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context) {
    const value = await context.evaluate(String(config.when));
    if (typeof value !== 'boolean')
      throw new CodedFailure(
        'condition',
        `The condition gave ${JSON.stringify(value)?.slice(0, 60)}; it must give true or false.`,
      );
    context.log(`${String(config.when)} is ${value}`);
    if (value) return { type: 'done', output: true };
    return { type: 'done', output: false, shortCircuit: config.directOnly === true ? 'children' : 'descendants' };
  },
};
