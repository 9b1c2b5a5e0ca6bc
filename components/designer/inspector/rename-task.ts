import type { Edit } from '#domain/definition/edit/edit.ts';
import { canvasIds, freeId } from '#domain/definition/edit/free-id.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { idFromName, isAutomaticId } from '../canvas/new-task.ts';
import type { WorkflowSession } from '../session/workflow-session.ts';
import { keptConfigs } from './kept-configs.ts';

/** Gives a task another name, as one step. An id that nobody has chosen yet follows the name; one that a version knows stays. */
export function renameTask(
  { id: workflowId, store, detail }: Pick<WorkflowSession, 'id' | 'store' | 'detail'>,
  task: Task,
  name: string,
): void {
  const next = name.trim();
  if (next === (task.name ?? task.id)) return;
  const published = detail.published?.definition.tasks.some((t) => t.id === task.id) ?? false;
  const edits: Edit[] = [{ type: 'rename', id: task.id, name: next }];
  const wanted = idFromName(next);
  let id = task.id;
  if (!published && isAutomaticId(task.id, task.operator) && wanted !== '') {
    const taken = canvasIds(store.getState().workflow);
    taken.delete(task.id);
    id = freeId(wanted, taken);
    if (id !== task.id) edits.push({ type: 'set-id', id: task.id, to: id });
  }
  const { edit } = store.getState();
  if (edit(edits, { label: `rename ${task.name ?? task.id}`, select: [id] }) === null) keptConfigs.move(workflowId, task.id, id);
}
