import type { RunStatus } from '#domain/run/status.ts';
import type { ChildRunRow } from '#server/store/child-run-row.ts';
import type { Store } from '#server/store/store.ts';
import { requireRun } from './require-run.ts';

/** A run that another one started, or was started by, with the task between them. */
export interface Relative {
  runId: string;
  number: number;
  workflowId: string;
  workflowName: string;
  status: RunStatus;
  /** Task of the parent. */
  task: string;
  index?: number;
  attempt: number;
}

/** Where a run comes from, and which runs its tasks started, in the order of tasks and attempts. Removed ones are left out. */
export async function relativesOf(store: Store, runId: string): Promise<{ parent: Relative | null; children: Relative[] }> {
  const run = await requireRun(store, runId);
  const [link, links] = await Promise.all([
    run.runType === 'child' ? store.childRuns.get(runId) : null,
    store.childRuns.of([runId]),
  ]);
  const children = await Promise.all(links.map((each) => relative(store, each.runId, each)));
  return {
    parent: link && (await relative(store, link.parentRunId, link)),
    children: children.filter((child) => child !== null),
  };
}

async function relative(store: Store, id: string, { task, mapIndex, attempt }: ChildRunRow): Promise<Relative | null> {
  const run = await store.runs.get(id);
  if (!run) return null;
  const { number, workflowId, status } = run;
  const workflowName = (await store.workflows.get(workflowId))?.name ?? workflowId;
  return { runId: id, number, workflowId, workflowName, status, task, ...(mapIndex < 0 ? {} : { index: mapIndex }), attempt };
}
