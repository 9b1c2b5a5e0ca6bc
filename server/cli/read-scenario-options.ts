import { instantSchema, type Workflow } from '#domain/definition/schema/workflow.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { Exit, exitCodes } from './exit.ts';
import { requireTasks } from './parse-scenario.ts';
import { readParams } from './read-params.ts';

/** Options of `simulate` as commander gives them; each may be given several times but `seed` and `at`. */
export interface ScenarioOptions {
  fail: string[];
  duration: string[];
  param: string[];
  pool: string[];
  seed?: string;
  at?: string;
}

/** Lays the options of a command line over a scenario. Wrong use when one cannot be read. */
export function readScenarioOptions(options: ScenarioOptions, base: Scenario, workflow: Workflow): Scenario {
  const failures: Record<string, number> = { ...base.failures };
  for (const text of options.fail) {
    const [task, share] = text.includes('=') ? pair(text) : ['*', text];
    if (task === '*' && !text.includes('=') && !Number.isFinite(Number(text))) {
      requireTasks(workflow, [{ [text]: true }]);
      throw new Exit(
        exitCodes.wrongUse,
        'usage.number',
        `--fail ${text} does not say how often. Write --fail ${text}=1 for always, ${text}=0.2 for one attempt of five.`,
      );
    }
    failures[task] = numberOf(share, 0, 1, `--fail ${text}`, 'a share from 0 to 1, such as load=0.2, or 0.2 for all tasks');
  }
  const durations: Record<string, number[]> = { ...base.durations };
  for (const text of options.duration) {
    const [task, value] = pair(text);
    durations[task] = [numberOf(value, 0, 1e12, `--duration ${text}`, 'milliseconds, such as load=30000')];
  }
  const pools: Record<string, number> = { ...base.pools };
  for (const text of options.pool) {
    const [name, slots] = pair(text);
    pools[name] = Math.trunc(numberOf(slots, -1, 1e6, `--pool ${text}`, 'a number of slots, such as db=4, or -1 for no limit'));
  }
  if (options.at !== undefined && !instantSchema.safeParse(options.at).success)
    throw new Exit(exitCodes.wrongUse, 'usage.instant', `--at ${options.at} is no instant; write --at 2026-03-28T00:00:00Z.`);
  requireTasks(workflow, [failures, durations]);
  const params = readParams(options.param, workflow.params);
  return {
    ...base,
    failures,
    durations,
    ...(Object.keys(params).length === 0 ? {} : { params: { ...base.params, ...params } }),
    // With any pool named the limits are kept; `default` has what a new installation gives it.
    ...(Object.keys(pools).length === 0 ? {} : { pools: { default: 128, ...pools } }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.at === undefined ? {} : { logicalTime: Date.parse(options.at) }),
  };
}

function pair(text: string): [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Exit(exitCodes.wrongUse, 'usage.pair', `${text} has no name and value; write name=value.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function numberOf(text: string, min: number, max: number, what: string, wanted: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new Exit(exitCodes.wrongUse, 'usage.number', `${what} is not ${wanted}.`);
  return value;
}
