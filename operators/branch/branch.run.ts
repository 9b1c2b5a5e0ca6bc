import type { InProcessRunner } from '#operators/runner.ts';
import { CodedFailure } from '#operators/runner.ts';

interface BranchConfig {
  cases: { port: string; when: string }[];
  otherwise?: string;
  all?: boolean;
}

export const runner: InProcessRunner = {
  kind: 'in-process',
  async run(config, context) {
    const { cases, otherwise, all } = config as unknown as BranchConfig;
    const taken: string[] = [];
    for (const { port, when } of cases) {
      const value = await context.evaluate(when);
      if (typeof value !== 'boolean')
        throw new CodedFailure(
          'condition',
          `The condition of ${port} gave ${JSON.stringify(value)?.slice(0, 60)}; it must give true or false.`,
        );
      context.log(`${port}: ${when} is ${value}`);
      if (value && !taken.includes(port)) taken.push(port);
      if (value && !all) break;
    }
    if (taken.length === 0 && otherwise !== undefined && otherwise !== '') {
      context.log(`${otherwise}: no condition holds`);
      taken.push(otherwise);
    }
    return { type: 'done', output: taken, ports: taken };
  },
};
