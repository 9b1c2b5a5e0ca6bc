import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** A line a task: `Clean, SQL, after Load, in Orders, disabled, 1 error`. In the order of the document. */
export function outlineLines(
  workflow: Workflow,
  manifests: ReadonlyMap<string, Manifest>,
  words: (task: string) => string | null,
): { id: string; text: string }[] {
  const names = new Map(workflow.tasks.map((task) => [task.id, task.name ?? task.id]));
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, group.name ?? group.id]));
  const before = new Map<string, string[]>();
  for (const edge of workflow.edges) {
    const from = names.get(edge.from) ?? edge.from;
    const list = before.get(edge.to) ?? [];
    list.push(edge.port === 'out' ? from : `${from}, port ${edge.port}`);
    before.set(edge.to, list);
  }
  return workflow.tasks.map((task) => {
    const after = before.get(task.id);
    const group = task.group === undefined ? undefined : groups.get(task.group);
    const told = words(task.id);
    const parts = [
      names.get(task.id),
      manifests.get(task.operator)?.title ?? task.operator,
      after === undefined ? 'begins' : `after ${after.join(' and ')}`,
      ...(group === undefined ? [] : [`in ${group}`]),
      ...(task.disabled ? ['disabled'] : []),
      ...(told === null ? [] : [told]),
    ];
    return { id: task.id, text: parts.join(', ') };
  });
}
