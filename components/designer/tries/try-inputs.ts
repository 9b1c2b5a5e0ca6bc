import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { mappingOf } from '#domain/tries/mapping-of.ts';
import { tryLists } from '#domain/tries/try-lists.ts';
import { tryNeeds } from '#domain/tries/try-needs.ts';
import type { TryValue } from './use-try-values.ts';

/** What one task before it gives to a try, or that it gives nothing yet. */
export interface TryInput {
  task: string;
  name: string;
  value: (Omit<TryValue, 'source' | 'taskHash' | 'artifacts'> & { source: TryValue['source'] | 'typed' }) | null;
  /** The try cannot begin without it. */
  required: boolean;
}
export interface TryInputs {
  inputs: TryInput[];
  /** Names of tasks whose values are missing. */
  missing: string[];
  /** Of a mapped task: what each of its lists has, or why there is none. */
  lists: { lists: Json[][] } | { fault: string } | null;
}

/** What a try of a task takes: values as they are known, those typed before all others. */
export function tryInputs(
  workflow: Workflow,
  task: Task,
  manifests: ReadonlyMap<string, Manifest>,
  values: ReadonlyMap<string, TryValue>,
  typed: Readonly<Record<string, Json>>,
  params: JsonObject,
): TryInputs {
  const { direct, named, readsInputs } = tryNeeds(workflow, task, manifests);
  const required = new Set([...named, ...(readsInputs ? direct : [])]);
  const inputs = [...new Set([...direct, ...named])].map((id): TryInput => {
    const known = values.get(id) ?? null;
    const value = Object.hasOwn(typed, id)
      ? { task: id, source: 'typed' as const, output: typed[id] ?? null, at: 0, runId: null, runNumber: null, stale: false }
      : known;
    return { task: id, name: workflow.tasks.find((t) => t.id === id)?.name ?? id, value, required: required.has(id) };
  });
  const mapping = mappingOf(workflow, task);
  const tasks = Object.fromEntries(
    inputs.flatMap(({ task: id, value }) => (value === null ? [] : [[id, { output: value.output, status: 'success' }]])),
  );
  const now = new Date().toISOString();
  const scope = {
    params: workflow.params ? withDefaults(params, workflow.params) : params,
    tasks,
    ds: now.slice(0, 10),
    ts: now,
    logical_time: now,
  };
  return {
    inputs,
    missing: inputs.filter((input) => input.required && input.value === null).map(({ name }) => name),
    lists: mapping === null ? null : tryLists(mapping.map, scope),
  };
}
