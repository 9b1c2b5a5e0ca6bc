import { applyEdit } from '#domain/definition/edit/apply-edit.ts';
import type { Edit } from '#domain/definition/edit/edit.ts';
import type { Refused } from '#domain/definition/edit/refused.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** Performs edits one after the other; the first refusal undoes them all. */
export function performEdits(
  workflow: Workflow,
  edits: readonly Edit[],
): { ok: true; workflow: Workflow } | { ok: false; refusal: Refused } {
  let now = workflow;
  for (const edit of edits) {
    const next = applyEdit(now, edit);
    if ('refused' in next) return { ok: false, refusal: next };
    now = next;
  }
  return { ok: true, workflow: now };
}
