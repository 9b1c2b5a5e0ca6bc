import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { isTemplate } from '#domain/expression/is-template.ts';
import { renderConfig } from '#domain/expression/render-config.ts';
import type { Manifest } from '#operators/manifest.ts';
import { CodedFailure, type InProcessRunner } from '#operators/runner.ts';
import type { AttemptJob } from './performer.ts';
import { namedTasks, readInputs, readScope, readsConnections } from './scope.ts';
import { scopeNow } from './scope-now.ts';
import { setAtPath } from './set-at-path.ts';

/** What an operator runs with. */
export interface PreparedJob {
  config: JsonObject;
  inputs: JsonObject;
  scope: JsonObject;
}

/** A config without templates is the same for every attempt: checked once. */
const plain = new WeakMap<Task, { manifest: Manifest; config: JsonObject } | 'templates'>();

function plainConfig(task: Task, manifest: Manifest): JsonObject | null {
  const before = plain.get(task);
  if (before === 'templates') return null;
  if (before?.manifest === manifest) return before.config;
  if (task.map || hasTemplate(task.config)) {
    plain.set(task, 'templates');
    return null;
  }
  const config = render(task.config, {}, manifest);
  plain.set(task, { manifest, config });
  return config;
}

/** Whether nothing has to be read for the config: it is the same for every attempt, or for every copy but for its `item`. */
export function isPlain(task: Task, manifest: Manifest): boolean {
  try {
    return hasPlainCopies(task) || plainConfig(task, manifest) !== null;
  } catch {
    return false;
  }
}

const plainCopies = new WeakMap<Task, boolean>();

function hasPlainCopies(task: Task): boolean {
  if (!task.map) return false;
  let answer = plainCopies.get(task);
  if (answer === undefined) plainCopies.set(task, (answer = !hasTemplate(task.config)));
  return answer;
}

function hasTemplate(value: Json): boolean {
  if (typeof value === 'string') return isTemplate(value);
  if (Array.isArray(value)) return value.some(hasTemplate);
  return value !== null && typeof value === 'object' && Object.values(value).some(hasTemplate);
}

/**
 * The scope of an attempt that is decided by conditions, when nothing has to be read for it and evaluating them costs next
 * to nothing; else null. Mapped copies are not looked at.
 */
export function conditionScope(
  job: AttemptJob,
  manifest: Manifest,
  runner: Pick<InProcessRunner, 'conditions'>,
  artifactFolder: string,
): JsonObject | null {
  if (!runner.conditions || job.task.map) return null;
  try {
    const config = plainConfig(job.task, manifest);
    return config && scopeNow(job, runner.conditions(config), artifactFolder);
  } catch (error) {
    if (error instanceof CodedFailure) return null;
    throw error;
  }
}

/**
 * Reads inputs and scope, renders the config once and checks the result. Synchronous when nothing has to be read: `bare` says that the operator looks at
 * neither, `conditions` that it looks at nothing but what these read. Throws or rejects with CodedFailure.
 */
export function prepareJob(
  job: AttemptJob,
  manifest: Manifest,
  options: {
    bare: boolean;
    conditions?: InProcessRunner['conditions'];
    artifactFolder: string;
    connectionScope?: () => Promise<JsonObject>;
  },
): PreparedJob | Promise<PreparedJob> {
  const config = plainConfig(job.task, manifest);
  if (config && options.bare) return { config, inputs: {}, scope: {} };
  const scope = config && conditionScope(job, manifest, options, options.artifactFolder);
  if (config && scope) return { config, inputs: {}, scope };
  if (options.bare && job.item !== undefined && hasPlainCopies(job.task))
    return { config: render(withEntries(job), { item: job.item, index: job.mapIndex }, manifest), inputs: {}, scope: {} };
  return readAndRender(job, manifest, config, options);
}

async function readAndRender(
  job: AttemptJob,
  manifest: Manifest,
  ready: JsonObject | null,
  { artifactFolder, connectionScope }: { artifactFolder: string; connectionScope?: () => Promise<JsonObject> },
): Promise<PreparedJob> {
  const inputs = await readInputs(job, artifactFolder);
  const conn = connectionScope && readsConnections(job.task.config) ? await connectionScope() : {};
  const scope = await readScope(job, namedTasks(job.task.config), inputs, artifactFolder, conn);
  if (ready) return { config: ready, inputs, scope };
  return { config: render(withEntries(job), scope, manifest), inputs, scope };
}

/** The config of a mapped copy: its fields `into` name the copy's `item`, whose value is put there as it is and never rendered. */
function withEntries(job: AttemptJob): JsonObject {
  const { map, config } = job.task;
  if (!map || job.mapIndex < 0) return config;
  return map.over.reduce(
    (filled, { into }, at) => setAtPath(filled, into, map.over.length === 1 ? '{{ item }}' : `{{ item[${at}] }}`),
    config,
  );
}

/** Renders, fills in defaults and checks; a config that is wrong now would be wrong in a retry. */
function render(config: JsonObject, scope: JsonObject, manifest: Manifest): JsonObject {
  const rendered = renderConfig(config, scope, manifest.configSchema, manifest.hints);
  if (rendered.ok) return rendered.config;
  throw new CodedFailure(rendered.fault.code, rendered.fault.message, 'never');
}
