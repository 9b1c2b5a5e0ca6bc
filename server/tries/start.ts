import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { deriveTry } from '#domain/tries/derive-try.ts';
import { mappingOf } from '#domain/tries/mapping-of.ts';
import { tryLists } from '#domain/tries/try-lists.ts';
import { tryNeeds } from '#domain/tries/try-needs.ts';
import type { Act } from '#server/act.ts';
import type { EngineCommands } from '#server/engine/commands.ts';
import { Refusal } from '#server/refusal.ts';
import type { Store } from '#server/store/store.ts';
import type { TryInput } from '#server/store/try-row.ts';
import { definitionOf } from '#server/workflows/definition-of.ts';
import { requireDraft } from '#server/workflows/require-draft.ts';
import { requireWorkflow } from '#server/workflows/require-workflow.ts';
import { checkValue } from './check-value.ts';
import { tryValues } from './values.ts';

export interface StartTry {
  workflowId: string;
  task: string;
  /** Revision of the draft that the person looks at. */
  revision: number;
  params?: JsonObject;
  /** Values typed for tasks before it; each goes before its pin, run and try. */
  given: Record<string, unknown>;
  /** Of a mapped task: what it gets of each of its lists; without them the first of each. */
  items?: unknown[];
}

/**
 * Tries one task of the draft as it is saved. Refuses with `task.unknown` (404), `try.draft-changed` (409, the draft is not
 * the one the person looks at), `try.input-missing` (409, with the tasks), `try.no-item` (409), and what the engine refuses.
 */
export async function startTry(
  store: Store,
  engine: Pick<EngineCommands, 'createTry'>,
  catalog: readonly Manifest[],
  input: StartTry,
  { by, at }: Act,
): Promise<{ runId: string }> {
  const { workflowId, params } = input;
  await requireWorkflow(store, workflowId);
  const draft = await requireDraft(store, workflowId);
  if (draft.revision !== input.revision)
    throw new Refusal('try.draft-changed', 'The draft was saved again meanwhile. Try the task once more.', 409);
  const workflow = definitionOf(draft.definition);
  const task = workflow.tasks.find(({ id }) => id === input.task);
  if (!task) throw new Refusal('task.unknown', `The draft has no task ${input.task}. It may have been removed.`, 404);
  const needs = tryNeeds(workflow, task, manifests(catalog));
  const { given, inputs } = await valuesFor(store, input, needs);
  const missing = missingOf(needs, given);
  if (missing.length > 0)
    throw new Refusal(
      'try.input-missing',
      `There is no value yet for ${missing.join(', ')}. Try ${missing.length === 1 ? 'it' : 'them'} first, or type a value.`,
      409,
      { tasks: missing },
    );
  const items = itemsFor(workflow, task, input, given, at);
  return engine.createTry({
    workflowId,
    task: task.id,
    draft: deriveTry(workflow, task, needs, items),
    ...(params === undefined ? {} : { params }),
    given,
    inputs,
    by,
  });
}

const manifests = (catalog: readonly Manifest[]) =>
  new Map(catalog.map((manifest) => [`${manifest.type}@${manifest.version}`, manifest]));

function missingOf(needs: ReturnType<typeof tryNeeds>, given: Readonly<Record<string, Json>>): string[] {
  const needed = new Set([...needs.named, ...(needs.readsInputs ? needs.direct : [])]);
  return [...needed].filter((id) => !Object.hasOwn(given, id));
}

async function valuesFor(store: Store, { workflowId, given: typed }: StartTry, { direct, named }: ReturnType<typeof tryNeeds>) {
  const known = new Map((await tryValues(store, workflowId)).map((value) => [value.task, value]));
  const given: Record<string, Json> = {};
  const inputs: TryInput[] = [];
  for (const task of new Set([...direct, ...named])) {
    const value = known.get(task);
    if (Object.hasOwn(typed, task)) {
      given[task] = checkValue(task, typed[task]);
      inputs.push({ task, source: 'typed', runNumber: null });
    } else if (value) {
      given[task] = value.output;
      inputs.push({ task, source: value.source, runNumber: value.runNumber });
    }
  }
  return { given, inputs };
}

/** Of a mapped task what it gets of each of its lists. */
function itemsFor(workflow: Workflow, task: Task, input: StartTry, given: Readonly<Record<string, Json>>, at: number): Json[] {
  const mapping = mappingOf(workflow, task);
  if (!mapping) return [];
  if (input.items) return input.items.map((item) => checkValue(`the item of ${task.id}`, item));
  const params = workflow.params ? withDefaults(input.params ?? {}, workflow.params) : (input.params ?? {});
  const now = new Date(at).toISOString();
  const tasks = Object.fromEntries(Object.entries(given).map(([id, output]) => [id, { output, status: 'success' }]));
  const found = tryLists(mapping.map, { params, tasks, ds: now.slice(0, 10), ts: now, logical_time: now });
  if ('fault' in found) throw new Refusal('try.no-item', `There is no item to try ${task.id} with. ${found.fault}`, 409);
  return found.lists.map((list) => list[0] ?? null);
}
