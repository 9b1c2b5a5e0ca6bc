import type { WorkflowItem } from './workflow-item.ts';

export interface FolderRow {
  type: 'folder';
  name: string;
  open: boolean;
  workflows: WorkflowItem[];
}
export interface ItemRow {
  type: 'workflow';
  workflow: WorkflowItem;
}
export type ListRow = FolderRow | ItemRow;

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });

/**
 * Rows of the list: folders by name with their workflows by name below, those without a folder last. Without any folder
 * the list is flat. `closed` names folders that are shut; a search opens all, so that nothing found stays hidden.
 */
export function listRows(workflows: WorkflowItem[], closed: ReadonlySet<string>, searching: boolean): ListRow[] {
  const folders = new Map<string, WorkflowItem[]>();
  for (const workflow of [...workflows].sort((a, b) => byName(a.name, b.name))) {
    const inside = folders.get(workflow.project);
    if (inside) inside.push(workflow);
    else folders.set(workflow.project, [workflow]);
  }
  if (folders.size === 0) return [];
  if (folders.size === 1 && folders.has('')) return folders.get('')?.map((workflow) => ({ type: 'workflow', workflow })) ?? [];
  const names = [...folders.keys()].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : byName(a, b)));
  return names.flatMap((name): ListRow[] => {
    const inside = folders.get(name) ?? [];
    const open = searching || !closed.has(name);
    return [
      { type: 'folder', name, open, workflows: inside },
      ...(open ? inside.map((workflow): ListRow => ({ type: 'workflow', workflow })) : []),
    ];
  });
}
