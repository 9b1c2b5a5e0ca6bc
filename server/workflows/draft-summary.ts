import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import { catalog } from '#operators/catalog.ts';
import type { DraftRow } from '#server/store/store.ts';

/** What a list shows of a draft. */
export interface DraftSummary {
  revision: number;
  problems: { errors: number; warnings: number };
  /** Null when the stored draft cannot be read any more. */
  workflow: Workflow | null;
  /** Operators it uses, such as `python`: what `operator:python` searches. */
  operators: string[];
}

// Validating 500 drafts at each look at the list would cost more than all else; a revision never changes.
const known = new Map<string, DraftSummary>();
const kept = 2_000;

/** Problems and operators of a draft, remembered by revision. */
export function draftSummary(draft: DraftRow): DraftSummary {
  const seen = known.get(draft.workflowId);
  if (seen?.revision === draft.revision) return seen;
  const parsed = parseWorkflow(draft.definition);
  const problems = parsed.ok ? validate(parsed.workflow, catalog) : parsed.problems;
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  const workflow = parsed.ok ? parsed.workflow : null;
  const summary = {
    revision: draft.revision,
    problems: { errors: count('error'), warnings: count('warning') },
    workflow,
    operators: [...new Set(workflow?.tasks.map((task) => task.operator.split('@')[0] ?? ''))].sort(),
  };
  known.delete(draft.workflowId);
  known.set(draft.workflowId, summary);
  for (const id of known.keys()) {
    if (known.size <= kept) break;
    known.delete(id);
  }
  return summary;
}
