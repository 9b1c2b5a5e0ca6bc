import { answerByConditions, type ByConditions } from '#operators/answer-by-conditions.ts';
import { CodedFailure, type InProcessRunner, type RunContext } from '#operators/runner.ts';

interface BranchConfig {
  cases: { port: string; when: string }[];
  otherwise?: string;
  all?: boolean;
}

export const runner: InProcessRunner = {
  kind: 'in-process',
  conditions: (config) => (config as unknown as BranchConfig).cases.map(({ when }) => when),
  run: (config, context) => answerByConditions(steps(config as unknown as BranchConfig, context), context),
};

function* steps({ cases, otherwise, all }: BranchConfig, context: RunContext): ByConditions {
  const taken: string[] = [];
  for (const { port, when } of cases) {
    const value = yield when;
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
}
