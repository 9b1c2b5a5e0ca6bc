import type { Json } from '#domain/definition/schema/json.ts';
import type { Outcome, ProcessEnd, ProcessRunner } from '#operators/runner.ts';
import { CodedFailure } from '#operators/runner.ts';
import { processFailure } from '#operators/process-failure.ts';

/** Variables that change which program runs, or what is loaded into it, before the first line of the command. */
const refused = /^(LD_.*|DYLD_.*|BASH_ENV|ENV|NODE_OPTIONS|DRAWLOOM_.*)$/;

function outputOf(end: ProcessEnd, kind: Json | undefined): Outcome {
  if (end.output !== undefined) return { type: 'done', output: end.output };
  if (kind !== 'lastLine' && kind !== 'json') return { type: 'done' };
  const line = end.lastLine ?? '';
  if (kind === 'lastLine') return { type: 'done', output: line };
  try {
    return { type: 'done', output: JSON.parse(line) as Json };
  } catch {
    const message =
      line === ''
        ? 'The command printed nothing, and its last line should be JSON.'
        : `The last line of the command is not JSON: ${line.slice(0, 80)}`;
    return { type: 'failed', error: { code: 'output', message }, retry: 'policy' };
  }
}

export const runner: ProcessRunner = {
  kind: 'process',
  prepare(config) {
    const environment = (config.environment ?? {}) as Record<string, string>;
    const bad = Object.keys(environment).find((name) => refused.test(name));
    if (bad) throw new CodedFailure('config', `The variable ${bad} cannot be set by a task. Choose another name.`, 'never');
    return { argv: ['sh', '-c', String(config.command)], env: environment };
  },
  finish(config, end) {
    // 99 means "skip me", as in Airflow's BashOperator.
    if (end.exitCode === 99 && end.signal === null) return { type: 'skipped', reason: 'exit 99' };
    return processFailure(end) ?? outputOf(end, config.output);
  },
};
