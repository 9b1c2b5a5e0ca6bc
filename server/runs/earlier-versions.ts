import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { Refusal } from '#server/refusal.ts';
import type { RunRow, Store } from '#server/store/store.ts';

/** A version that a run was on before it was moved to a newer one. */
export interface EarlierVersion {
  version: number;
  definition: WorkflowFile;
}

/** The versions that these events of a run need beside the one it is on; refuses `run.definition-missing` (404). */
export async function earlierVersions(
  store: Pick<Store, 'versions'>,
  run: Pick<RunRow, 'number' | 'workflowId' | 'version'>,
  events: Iterable<RunEvent>,
): Promise<EarlierVersion[]> {
  const wanted = new Set<number>();
  for (const event of events) if (event.type === 'runMoved') wanted.add(event.from).add(event.to);
  wanted.delete(run.version);
  return Promise.all(
    [...wanted].map(async (version) => {
      const row = await store.versions.get(run.workflowId, version);
      if (row) return { version, definition: row.definition };
      throw new Refusal(
        'run.definition-missing',
        `Version ${version}, which run ${run.number} was on, is no longer stored.`,
        404,
      );
    }),
  );
}
