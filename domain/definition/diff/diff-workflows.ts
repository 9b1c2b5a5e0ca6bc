import type { Workflow } from '../schema/workflow.ts';
import { diffFields } from './diff-fields.ts';
import { diffList, type ListDiff } from './diff-list.ts';
import { edgeKeyText } from './edge-key-text.ts';
import type { FieldChange } from './field-change.ts';

/** What changed from one version of a workflow to another. */
export interface WorkflowDiff {
  tasks: ListDiff;
  /** By `edgeKeyText`; only the label of an edge can change. */
  edges: ListDiff;
  triggers: ListDiff;
  groups: ListDiff;
  notes: ListDiff;
  /** Name, description, tags, owner, params, settings, defaults of tasks. */
  fields: FieldChange[];
  /** Boxes that lie elsewhere. */
  moved: string[];
  /** Nothing changed but where things lie (or nothing at all): the two mean the same. */
  sameMeaning: boolean;
  /** Nothing changed at all. */
  same: boolean;
}

const byId = ({ id }: { id: string }): string => id;
const isEmpty = (diff: ListDiff): boolean => diff.added.length + diff.removed.length + diff.changed.length === 0;
const rest = ({ name, description, tags, owner, params, settings, taskDefaults }: Workflow) => ({
  name,
  description,
  tags,
  owner,
  params,
  settings,
  taskDefaults,
});

function movedBoxes(before: Workflow, after: Workflow): string[] {
  const [old, now] = [before.layout?.positions ?? {}, after.layout?.positions ?? {}];
  const known = new Set([...before.tasks, ...(before.groups ?? [])].map(byId));
  return [...after.tasks, ...(after.groups ?? [])]
    .map(byId)
    .filter((id) => known.has(id) && (old[id]?.[0] !== now[id]?.[0] || old[id]?.[1] !== now[id]?.[1]));
}

/** Compares two versions of a workflow: tasks, edges, triggers, groups and notes added, removed and changed field by field. A task with a new id is one removed, one added. */
export function diffWorkflows(before: Workflow, after: Workflow): WorkflowDiff {
  const lists = {
    tasks: diffList(before.tasks, after.tasks, byId),
    edges: diffList(before.edges, after.edges, edgeKeyText),
    triggers: diffList(before.triggers, after.triggers, byId),
    groups: diffList(before.groups ?? [], after.groups ?? [], byId),
    notes: diffList(before.notes ?? [], after.notes ?? [], byId),
  };
  const fields = diffFields(rest(before), rest(after));
  const moved = movedBoxes(before, after);
  const turned = (before.layout?.direction ?? 'LR') !== (after.layout?.direction ?? 'LR');
  const sameMeaning = Object.values(lists).every(isEmpty) && fields.length === 0;
  return { ...lists, fields, moved, sameMeaning, same: sameMeaning && moved.length === 0 && !turned };
}
