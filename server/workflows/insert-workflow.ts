import { randomUUID } from 'node:crypto';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { stripDefaults } from '#domain/definition/canonical.ts';
import type { Act } from '#server/act.ts';
import type { Store } from '#server/store/store.ts';

/** Ids that are tried before one that nobody can have taken. */
const tries = 50;

/** Stores a workflow and its first draft under `wanted`, or the next free id (`wanted-2` …); the definition gets that id. Gives it. */
export async function insertWorkflow(
  store: Store,
  workflow: Workflow,
  wanted: string,
  project: string,
  { by, at }: Act,
): Promise<string> {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : n <= tries ? `${wanted.slice(0, 190)}-${n}` : `${wanted.slice(0, 160)}-${randomUUID()}`;
    const row = { id, project, name: workflow.name, tags: workflow.tags ?? [], createdBy: by };
    if ((await store.workflows.create(row, stripDefaults({ ...workflow, id }), at)) === 'created') return id;
  }
}
