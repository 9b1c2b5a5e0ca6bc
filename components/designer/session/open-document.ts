import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { KeptDraft } from '../draft/kept-draft.ts';

/** What a designer begins with: the server's draft, or what this browser could not save of it. */
export interface OpenedDocument {
  workflow: Workflow;
  /** Kept here and not on the server: to be saved at once. Null: nothing. */
  kept: { workflow: Workflow; at: number; conflict: boolean } | null;
}

/** Opens a draft. Null with a sentence when it cannot be read at all. */
export function openDocument(
  draft: { revision: number; definition: unknown },
  kept: KeptDraft | null,
): OpenedDocument | { broken: string } {
  const parsed = parseWorkflow(draft.definition);
  if (!parsed.ok) return { broken: parsed.problems[0]?.message ?? 'This draft cannot be read.' };
  if (kept === null) return { workflow: parsed.workflow, kept: null };
  const mine = parseWorkflow(kept.definition);
  if (!mine.ok || JSON.stringify(mine.workflow) === JSON.stringify(parsed.workflow))
    return { workflow: parsed.workflow, kept: null };
  return {
    workflow: parsed.workflow,
    kept: { workflow: mine.workflow, at: kept.at, conflict: kept.baseRevision !== draft.revision },
  };
}
