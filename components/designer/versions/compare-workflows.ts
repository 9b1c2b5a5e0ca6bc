import { diffWorkflows } from '#domain/definition/diff/diff-workflows.ts';
import type { ListDiff } from '#domain/definition/diff/diff-list.ts';
import { edgeKeyText } from '#domain/definition/diff/edge-key-text.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';

/** One difference between two definitions, for people. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** `Load orders`, `edge from Load orders to Clean orders`. */
  what: string;
  /** Fields that differ, of what changed. */
  fields: string[];
  task?: string;
}

/** What changed from one definition to another, in words, tasks first. Places of boxes are no change of meaning and are left out. */
export function compareWorkflows(before: Workflow, after: Workflow): Change[] {
  const diff = diffWorkflows(before, after);
  const tasks = new Map([...before.tasks, ...after.tasks].map((task) => [task.id, task.name ?? task.id]));
  const name = (id: string): string => tasks.get(id) ?? id;
  const edges = new Map(
    [...before.edges, ...after.edges].map((edge) => [
      edgeKeyText(edge),
      `edge from ${name(edge.from)}${edge.port === 'out' ? '' : ` (${edge.port})`} to ${name(edge.to)}`,
    ]),
  );
  const lines = (list: ListDiff, words: (id: string) => string, ofTask = false): Change[] => {
    const line = (kind: Change['kind'], id: string, fields: string[] = []): Change => ({
      kind,
      what: words(id),
      fields,
      ...(ofTask ? { task: id } : {}),
    });
    return [
      ...list.changed.map(({ id, fields }) => line('changed', id, [...new Set(fields.map(({ path }) => fieldOf(path)))])),
      ...list.added.map((id) => line('added', id)),
      ...list.removed.map((id) => line('removed', id)),
    ];
  };
  const changes = [
    ...lines(diff.tasks, name, true),
    ...lines(diff.edges, (key) => edges.get(key) ?? key),
    ...lines(diff.triggers, (id) => `trigger ${id}`),
    ...lines(diff.groups, (id) => `group ${id}`),
    ...lines(diff.notes, () => 'a note'),
  ];
  if (diff.fields.length > 0)
    changes.push({ kind: 'changed', what: 'the workflow', fields: [...new Set(diff.fields.map(({ path }) => fieldOf(path)))] });
  return changes;
}

/** The field a person knows: of `config.query` the query, of `settings.failFast` fail fast, else the first word. */
function fieldOf(path: readonly (string | number)[]): string {
  const [first = '', second] = path;
  return String((first === 'config' || first === 'settings') && second !== undefined ? second : first);
}
