import { parseWorkflow } from '#domain/definition/parse.ts';
import { validate } from '#domain/validation/validate.ts';
import type { KnownWorkflow } from '#domain/validation/known-workflow.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { knownWorkflows } from '#server/store/known-workflows.ts';
import type { DraftRow, Store } from '#server/store/store.ts';
import { namedConnections } from './named-connections.ts';
import { triggerLines, type TriggerLine } from './trigger-line.ts';

/** What a list shows of a draft. */
export interface DraftSummary {
  revision: number;
  problems: { errors: number; warnings: number };
  triggers: TriggerLine[];
  owner: string | null;
  /** `settings.autoPauseAfterFailures`. */
  breakAfter: number | null;
  /** Operators it uses, such as `python`: what `operator:python` searches. */
  operators: string[];
  /** Connections its tasks and alerts name. */
  connections: { connection: string; place: string }[];
}

// Reading and validating 500 drafts at each look at the list would cost more than all else; a revision never changes.
const seen = new WeakMap<Store, { catalog: readonly Manifest[]; workflows: string; summaries: Map<string, DraftSummary> }>();
type ParsedDraft = DraftRow & { parsed: ReturnType<typeof parseWorkflow> };
/** Other requests are answered between so many drafts. */
const atOnce = 20;

/** Summaries of all drafts, by workflow. Reads and validates only those that have changed since it last looked. */
export async function draftSummaries(store: Store, catalog: readonly Manifest[]): Promise<ReadonlyMap<string, DraftSummary>> {
  const before = seen.get(store);
  // Other operators, other problems.
  const known = before?.catalog === catalog ? before.summaries : new Map<string, DraftSummary>();
  const [revisions, rows] = await Promise.all([store.drafts.revisions(), store.workflows.list()]);
  const text = JSON.stringify(rows.map(({ id, version }) => [id, version]));
  // Other workflows, other problems of those that run some.
  if (before?.workflows !== text)
    for (const [id, { operators }] of known) if (operators.includes('sub-workflow')) known.delete(id);
  seen.set(store, { catalog, workflows: text, summaries: known });
  const current = new Map(revisions.map(({ workflowId, revision }) => [workflowId, revision]));
  for (const id of known.keys()) if (!current.has(id)) known.delete(id);
  const changed = revisions.filter(({ workflowId, revision }) => known.get(workflowId)?.revision !== revision);
  if (changed.length > 0) {
    const drafts: ParsedDraft[] = [];
    for (const [n, draft] of (await store.drafts.getSome(changed.map(({ workflowId }) => workflowId))).entries()) {
      if (n % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      if (known.get(draft.workflowId)?.revision !== draft.revision)
        drafts.push({ ...draft, parsed: parseWorkflow(draft.definition) });
    }
    const parents = drafts.flatMap(({ parsed }) => (parsed.ok ? [parsed.workflow] : []));
    const workflows = await knownWorkflows(store, parents, rows);
    for (const [n, draft] of drafts.entries()) {
      if (n % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      known.set(draft.workflowId, summarise(draft, catalog, workflows));
    }
  }
  return known;
}

function summarise(
  { parsed, revision }: ParsedDraft,
  catalog: readonly Manifest[],
  workflows: ReadonlyMap<string, KnownWorkflow>,
): DraftSummary {
  const problems = parsed.ok ? validate(parsed.workflow, catalog, null, workflows) : parsed.problems;
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  const workflow = parsed.ok ? parsed.workflow : null;
  return {
    revision,
    problems: { errors: count('error'), warnings: count('warning') },
    triggers: triggerLines(workflow),
    owner: workflow?.owner ?? null,
    breakAfter: workflow?.settings?.autoPauseAfterFailures ?? null,
    connections: workflow ? namedConnections(workflow, catalog) : [],
    operators: [...new Set(workflow?.tasks.map((task) => task.operator.split('@')[0] ?? ''))].sort(),
  };
}
