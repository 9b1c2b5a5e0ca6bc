import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/** One difference between two definitions, for people. */
export interface Change {
  kind: 'added' | 'removed' | 'changed';
  /** `Load orders`, `edge from Load orders to Clean orders`. */
  what: string;
  /** Fields that differ, of what changed. */
  fields: string[];
  task?: string;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const named = (task: Task): string => task.name ?? task.id;

function fieldsOf(before: object, after: object, prefix = ''): string[] {
  const a = before as Record<string, unknown>;
  const b = after as Record<string, unknown>;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key])).map((key) => prefix + key);
}

/** What changed from one definition to another. Places of boxes and notes are no change of meaning and are left out. */
export function compareWorkflows(before: Workflow, after: Workflow): Change[] {
  const changes: Change[] = [];
  const old = new Map(before.tasks.map((task) => [task.id, task]));
  const now = new Map(after.tasks.map((task) => [task.id, task]));
  for (const task of after.tasks) {
    const was = old.get(task.id);
    if (was === undefined) changes.push({ kind: 'added', what: named(task), fields: [], task: task.id });
    else if (was !== task && !same(was, task)) {
      const fields = fieldsOf(was, task).flatMap((key) => (key === 'config' ? fieldsOf(was.config, task.config) : [key]));
      if (fields.length > 0) changes.push({ kind: 'changed', what: named(task), fields, task: task.id });
    }
  }
  for (const task of before.tasks)
    if (!now.has(task.id)) changes.push({ kind: 'removed', what: named(task), fields: [], task: task.id });
  const name = (id: string): string => {
    const task = now.get(id) ?? old.get(id);
    return task === undefined ? id : named(task);
  };
  const key = (edge: Workflow['edges'][number]): string => `${edge.from}:${edge.port}:${edge.to}`;
  const words = (edge: Workflow['edges'][number]): string =>
    `edge from ${name(edge.from)}${edge.port === 'out' ? '' : ` (${edge.port})`} to ${name(edge.to)}`;
  const oldEdges = new Set(before.edges.map(key));
  const newEdges = new Set(after.edges.map(key));
  for (const edge of after.edges) if (!oldEdges.has(key(edge))) changes.push({ kind: 'added', what: words(edge), fields: [] });
  for (const edge of before.edges) if (!newEdges.has(key(edge))) changes.push({ kind: 'removed', what: words(edge), fields: [] });
  const oldTriggers = new Map(before.triggers.map((trigger) => [trigger.id, trigger]));
  const newTriggers = new Map(after.triggers.map((trigger) => [trigger.id, trigger]));
  for (const [id, trigger] of newTriggers) {
    const was = oldTriggers.get(id);
    if (was === undefined) changes.push({ kind: 'added', what: `trigger ${id}`, fields: [] });
    else if (!same(was, trigger)) changes.push({ kind: 'changed', what: `trigger ${id}`, fields: fieldsOf(was, trigger) });
  }
  for (const id of oldTriggers.keys())
    if (!newTriggers.has(id)) changes.push({ kind: 'removed', what: `trigger ${id}`, fields: [] });
  const whole = (['name', 'description', 'tags', 'owner', 'params', 'taskDefaults'] as const).filter(
    (field) => !same(before[field], after[field]),
  );
  const settings = fieldsOf(before.settings ?? {}, after.settings ?? {});
  if (whole.length + settings.length > 0)
    changes.push({ kind: 'changed', what: 'the workflow', fields: [...whole, ...settings] });
  return changes;
}
