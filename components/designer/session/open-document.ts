import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { KeptDraft } from '../draft/kept-draft.ts';

/** What a designer begins with: the server's draft, or what this browser could not save of it. */
export interface OpenedDocument {
  workflow: Workflow;
  /** Kept here and not on the server: to be saved at once. Null: nothing. */
  kept: { workflow: Workflow; at: number } | null;
  /** What the document began with: of a draft that was kept over an older revision, that one, so that the next save shows the conflict. */
  base: { revision: number; document: Workflow | null };
}

/** Opens a draft. Null with a sentence when it cannot be read at all. */
export function openDocument(
  draft: { revision: number; definition: unknown },
  kept: KeptDraft | null,
): OpenedDocument | { broken: string } {
  const parsed = parseWorkflow(draft.definition);
  if (!parsed.ok) return { broken: parsed.problems[0]?.message ?? 'This draft cannot be read.' };
  const base = { revision: draft.revision, document: parsed.workflow };
  if (kept === null) return { workflow: parsed.workflow, kept: null, base };
  const mine = parseWorkflow(kept.definition);
  if (!mine.ok || JSON.stringify(mine.workflow) === JSON.stringify(parsed.workflow))
    return { workflow: parsed.workflow, kept: null, base };
  const older = kept.base === undefined ? null : parseWorkflow(kept.base);
  return {
    workflow: parsed.workflow,
    kept: { workflow: mine.workflow, at: kept.at },
    base:
      kept.baseRevision === draft.revision
        ? base
        : { revision: kept.baseRevision, document: older?.ok === true ? older.workflow : null },
  };
}
