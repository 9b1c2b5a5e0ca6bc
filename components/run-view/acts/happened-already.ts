import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { ActPreview } from '../store/preview-act.ts';

/**
 * Tasks of a preview that have succeeded already and would do it again, though a second time may not be the same: marked as
 * not idempotent, or of an operator with effects outside that nobody called idempotent.
 */
export function happenedAlready(preview: ActPreview, tasks: ReadonlyMap<string, Task>, catalog: readonly Manifest[]): string[] {
  if (!preview.ok) return [];
  const again = new Set(preview.changes.filter((c) => c.from === 'success').map((c) => c.task));
  return [...again].filter((id) => {
    const task = tasks.get(id);
    if (!task || task.idempotent === 'yes') return false;
    if (task.idempotent === 'no') return true;
    return catalog.find((m) => `${m.type}@${m.version}` === task.operator)?.sideEffects === 'external';
  });
}
