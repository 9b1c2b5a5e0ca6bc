import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';

/** A draft that could not be saved, kept in this browser. */
export interface KeptDraft {
  baseRevision: number;
  definition: WorkflowFile;
  /** What it began with, so that a conflict can be told field by field. */
  base?: WorkflowFile;
  at: number;
}
const key = (workflowId: string): string => `drawloom:draft:${workflowId}`;

/** What this browser kept of a workflow's draft; null when there is nothing, or storage is closed to us. */
export function readKeptDraft(workflowId: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(key(workflowId));
    if (text === null) return null;
    const kept = JSON.parse(text) as KeptDraft;
    return typeof kept.baseRevision === 'number' && typeof kept.definition === 'object' ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft in this browser, or forgets it. A full storage loses the copy, never the page. */
export function keepDraft(workflowId: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) localStorage.removeItem(key(workflowId));
    else localStorage.setItem(key(workflowId), JSON.stringify(kept));
  } catch {
    // The document is still in memory, and the next save sends it.
  }
}
