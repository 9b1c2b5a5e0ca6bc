import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { childWorkflows } from '#domain/validation/child-workflows.ts';
import type { KnownWorkflow } from '#domain/validation/known-workflow.ts';
import type { Store, WorkflowRow } from './store.ts';

/**
 * What validation asks of the workflows there are, by id: which have a version, and the params of those that tasks of `parents` run.
 * `rows`: the list of workflows, from whoever has read it already.
 */
export async function knownWorkflows(
  store: Pick<Store, 'workflows' | 'versions'>,
  parents: readonly Workflow[],
  rows?: readonly WorkflowRow[],
): Promise<ReadonlyMap<string, KnownWorkflow>> {
  const all = rows ?? (await store.workflows.list());
  const known = new Map<string, KnownWorkflow>(all.map(({ id, version }) => [id, { isPublished: version !== null }]));
  for (const id of new Set(parents.flatMap(childWorkflows))) {
    if (known.get(id)?.isPublished !== true) continue;
    const params = (await store.versions.newest(id))?.definition.params as JsonObject | undefined;
    known.set(id, { isPublished: true, params: params ?? null });
  }
  return known;
}
