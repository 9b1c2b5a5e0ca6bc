import type { TaskTab, WorkflowTab } from '../store/inspector-tab.ts';

/** Which part of the inspector shows the place of a problem; null where it is none of the inspector's. */
export function tabOf(pointer: string): { task: TaskTab | null; workflow: WorkflowTab | null } {
  const [, root = '', , field = ''] = pointer.split('/');
  if (root === 'tasks')
    return { task: field === 'config' ? 'config' : field === 'doc' ? 'doc' : field === '' ? null : 'settings', workflow: null };
  if (root === 'settings' || root === 'taskDefaults') return { task: null, workflow: 'settings' };
  if (root === 'params') return { task: null, workflow: 'params' };
  return { task: null, workflow: ['name', 'description', 'tags', 'owner'].includes(root) ? 'about' : null };
}
