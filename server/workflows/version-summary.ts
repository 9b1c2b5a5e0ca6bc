import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Store, WorkflowRow } from '#server/store/store.ts';
import { triggerLines, type TriggerLine } from './trigger-line.ts';

/** What a list shows of a version. */
export interface VersionSummary {
  version: number;
  triggers: TriggerLine[];
  owner: string | null;
  /** `settings.autoPauseAfterFailures`. */
  breakAfter: number | null;
}

// A version never changes.
const seen = new WeakMap<Store, Map<string, VersionSummary>>();

/** Summaries of the newest versions of these workflows as far as they are switched on, by workflow: those are what runs. */
export async function versionSummaries(store: Store, rows: WorkflowRow[]): Promise<ReadonlyMap<string, VersionSummary>> {
  const known = seen.get(store) ?? new Map<string, VersionSummary>();
  seen.set(store, known);
  const on = rows.filter((row) => row.enabled && row.version !== null);
  if (on.some((row) => known.get(row.id)?.version !== row.version)) {
    for (const { workflowId, version, definition } of await store.versions.enabled()) {
      if (known.get(workflowId)?.version === version) continue;
      const parsed = parseWorkflow(definition);
      const workflow = parsed.ok ? parsed.workflow : null;
      known.set(workflowId, {
        version,
        triggers: triggerLines(workflow),
        owner: workflow?.owner ?? null,
        breakAfter: workflow?.settings?.autoPauseAfterFailures ?? null,
      });
    }
  }
  return new Map(on.flatMap((row) => (known.has(row.id) ? [[row.id, known.get(row.id)!] as const] : [])));
}
