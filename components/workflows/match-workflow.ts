import type { Query, QueryKey } from './parse-query.ts';
import { isFailing } from './segment.ts';
import type { WorkflowItem } from './workflow-item.ts';

const is: Record<string, (workflow: WorkflowItem) => boolean> = {
  on: (w) => w.enabled,
  off: (w) => !w.enabled,
  running: (w) => w.running.length > 0,
  failing: isFailing,
  invalid: (w) => w.problems.errors > 0,
  problem: (w) => w.problems.errors + w.problems.warnings > 0,
  published: (w) => w.version !== null,
  draft: (w) => w.version === null,
};

const fields: Record<QueryKey, (workflow: WorkflowItem, value: string) => boolean> = {
  operator: (w, v) => w.operators.some((o) => o.toLowerCase().startsWith(v)),
  tag: (w, v) => w.tags.some((t) => t.toLowerCase() === v),
  owner: (w, v) => w.owner?.toLowerCase().includes(v) ?? false,
  folder: (w, v) => w.project.toLowerCase().startsWith(v),
  trigger: (w, v) => w.triggers.some((t) => t.type === v || t.words.toLowerCase().includes(v)),
  is: (w, v) => is[v]?.(w) ?? false,
};

/** Whether a workflow answers a search: every word and every filter. */
export function matchWorkflow(workflow: WorkflowItem, query: Query): boolean {
  if (!query.filters.every((f) => fields[f.key](workflow, f.value) !== f.not)) return false;
  if (query.words.length === 0) return true;
  const text = [workflow.name, workflow.id, workflow.project, workflow.owner ?? '', ...workflow.tags].join('\n').toLowerCase();
  return query.words.every((word) => text.includes(word));
}
