import type { JsonObject } from '#domain/definition/schema/json.ts';
import { cheapCondition } from '#domain/expression/cheap-condition.ts';
import { withPaths } from './artifact-refs.ts';
import { isQuick } from './is-quick.ts';
import type { AttemptJob } from './performer.ts';
import { taskScope } from './scope.ts';

/**
 * The scope of conditions that are quick and read nothing but what is in memory: of `tasks`, what they name. Null when one
 * of them is not quick, or an output has to be read first.
 */
export function scopeNow(job: AttemptJob, conditions: readonly string[], artifactFolder: string): JsonObject | null {
  const tasks: Record<string, JsonObject> = {};
  for (const condition of conditions) {
    const cheap = cheapCondition(condition);
    if (!cheap) return null;
    for (const name of cheap.statuses) tasks[name] = { ...tasks[name], status: job.statusOf(name) };
    for (const name of cheap.outputs) {
      const output = job.outputNow?.(name);
      if (output === undefined) return null;
      tasks[name] = { ...tasks[name], status: job.statusOf(name), output: withPaths(output, artifactFolder) };
    }
  }
  const scope = taskScope(job, tasks, {});
  return conditions.every((condition) => isQuick(condition, scope)) ? scope : null;
}
