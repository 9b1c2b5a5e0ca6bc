import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { actChanges } from '#domain/run/act-changes.ts';
import { repeatNeedsConsent } from '#domain/run/repeat-needs-consent.ts';
import type { RunState } from '#domain/run/state.ts';
import type { RunModel } from '../store/run-model.ts';

/**
 * Tasks whose work this run has done, or begun, and which may not be repeatable: what a new run would do outside once more. By the preview
 * that also answers for clearing all of it.
 */
export function doneOutside(
  model: Pick<RunModel, 'plan' | 'tasks'>,
  state: RunState,
  atMs: number,
  catalog: readonly Manifest[],
): string[] {
  const tasks = [...model.tasks.keys()].map((task) => ({ task }));
  const whole = actChanges(model.plan, state, {
    type: 'tasksCleared',
    at: atMs,
    by: '',
    tasks,
    upstream: false,
    downstream: false,
    onlyFailed: false,
  });
  const twice = new Set(whole.ok ? whole.changes.flatMap((change) => (change.twice ? [change.task] : [])) : []);
  return [...twice].filter((id) => {
    const task = model.tasks.get(id);
    return task !== undefined && repeatNeedsConsent(task, catalog);
  });
}
