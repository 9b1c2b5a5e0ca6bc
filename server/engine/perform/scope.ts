import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { artifactRef, withPaths } from './artifact-refs.ts';
import type { AttemptJob, JobRun } from './performer.ts';
import { runValues, timeValues } from './run-values.ts';

/** Ids of tasks that texts of a config name: `tasks.load`, `tasks['load']`. May name more than are read, never fewer. */
export function namedTasks(config: Json): Set<string> {
  const found = new Set<string>();
  const walk = (value: Json): void => {
    if (typeof value === 'string') {
      for (const [, plain, quoted] of value.matchAll(/\btasks\s*(?:\.\s*([A-Za-z_][A-Za-z0-9_]*)|\[\s*['"]([^'"]+)['"]\s*\])/g))
        found.add((plain ?? quoted)!);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(config);
  return found;
}

/** Whether a text of a config may read `conn`: only then connections are asked for. */
export function readsConnections(config: Json): boolean {
  if (typeof config === 'string') return /\bconn\b/.test(config);
  if (Array.isArray(config)) return config.some(readsConnections);
  return config !== null && typeof config === 'object' && Object.values(config).some(readsConnections);
}

/** Outputs of the direct upstream tasks that have one, with artifact paths: `inputs` of a program. */
export async function readInputs(job: AttemptJob, artifactFolder: string): Promise<JsonObject> {
  const outputs = await Promise.all(job.upstream.map(async (task) => [task, await job.outputOf(task)] as const));
  return Object.fromEntries(
    outputs.flatMap(([task, output]) => (output === undefined ? [] : [[task, withPaths(output, artifactFolder)]])),
  );
}

/** The scope of definition.md for a task's templates and conditions; of `tasks`, those that `named` and the upstream ones. */
export async function readScope(
  job: AttemptJob,
  named: ReadonlySet<string>,
  inputs: JsonObject,
  artifactFolder: string,
  conn: JsonObject = {},
): Promise<JsonObject> {
  const tasks: JsonObject = {};
  await Promise.all(
    [...new Set([...job.upstream, ...named])].map(async (task) => {
      const output = Object.hasOwn(inputs, task) ? inputs[task] : await job.outputOf(task);
      const left = named.has(task) && job.artifactsOf ? await job.artifactsOf(task) : [];
      tasks[task] = {
        status: job.statusOf(task),
        ...(output !== undefined ? { output: withPaths(output, artifactFolder) } : {}),
        artifacts: withPaths(Object.fromEntries(left.map((row) => [row.name, artifactRef(row)])), artifactFolder),
      };
    }),
  );
  return taskScope(job, tasks, conn);
}

/** The names of a task's templates and conditions, round what is known of other tasks. */
export const taskScope = (job: AttemptJob, tasks: JsonObject, conn: JsonObject): JsonObject => ({
  params: job.run.params,
  tasks,
  ...timeValues(job.run),
  run: runValues(job),
  task: { id: job.task.id, name: job.task.name ?? job.task.id },
  attempt: job.attempt,
  ...(job.mapIndex >= 0 ? { item: job.item ?? null, index: job.mapIndex } : {}),
  var: {},
  conn,
});

/** Scope for the lists of mapped tasks, evaluated by the host: outputs of finished tasks and what is known of the run. */
export function listScope(run: JobRun, outputs: Record<string, Json>): JsonObject {
  const tasks = Object.fromEntries(Object.entries(outputs).map(([task, output]) => [task, { output, status: 'success' }]));
  return { params: run.params, tasks, ...timeValues(run), var: {}, conn: {} };
}
