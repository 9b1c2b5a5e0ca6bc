import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';

/**
 * Whether a person must say that a task's work may be done once more: it is marked as not idempotent, or its operator has
 * effects outside and nobody called it idempotent. An operator that is not known may have effects.
 */
export function repeatNeedsConsent(task: Pick<Task, 'operator' | 'idempotent'>, catalog: readonly Manifest[]): boolean {
  if (task.idempotent !== undefined) return task.idempotent === 'no';
  const manifest = catalog.find(({ type, version }) => `${type}@${version}` === task.operator);
  return manifest?.sideEffects !== 'none';
}
