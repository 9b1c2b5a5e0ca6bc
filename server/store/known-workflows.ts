import type { Store } from './store.ts';

/** Whether each workflow there is has a version, by id: what validation asks of the workflows that tasks run. */
export async function knownWorkflows(store: Pick<Store, 'workflows'>): Promise<ReadonlyMap<string, boolean>> {
  return new Map((await store.workflows.list()).map(({ id, version }) => [id, version !== null]));
}
