import type { Problem } from '#domain/definition/problem.ts';
import { groupPath } from '#domain/definition/edit/group-path.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/**
 * Tasks that a search finds, by id; null when nothing is searched. Words are looked for in every property; `is:invalid`, `is:warning`,
 * `is:disabled`, `is:mapped`, `is:changed`, `is:pinned`, `operator:sql`, `pool:db`, `rule:all_done`, `group:load`, `role:teardown` narrow it.
 */
export function matchTasks(
  workflow: Workflow,
  problems: readonly Problem[],
  search: string,
  marks: { changed: ReadonlySet<string>; pinned: ReadonlySet<string> },
): Set<string> | null {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const levels = new Map<string, Set<string>>();
  for (const problem of problems)
    if (problem.task !== undefined) levels.set(problem.task, (levels.get(problem.task) ?? new Set()).add(problem.level));
  const groups = new Map((workflow.groups ?? []).map((group) => [group.id, `${group.id}\n${group.name ?? ''}`.toLowerCase()]));
  const found = new Set<string>();
  for (const task of workflow.tasks) {
    const known: Known = {
      levels: levels.get(task.id),
      changed: marks.changed.has(task.id),
      pinned: marks.pinned.has(task.id),
      groups: groupPath(workflow, task.group).map((id) => groups.get(id) ?? ''),
    };
    if (words.every((word) => matches(task, word, known))) found.add(task.id);
  }
  return found;
}

/** What a search asks for that does not stand in the task itself. */
interface Known {
  levels: ReadonlySet<string> | undefined;
  changed: boolean;
  pinned: boolean;
  /** Ids and names of the groups round it. */
  groups: readonly string[];
}

function matches(task: Task, word: string, known: Known): boolean {
  const [key = '', value] = word.split(/:(.*)/);
  if (value !== undefined)
    switch (key) {
      case 'is':
        return is(task, value, known);
      case 'group':
        return known.groups.some((names) => names.includes(value));
      case 'role':
        return task.role !== undefined && Object.keys(task.role).some((role) => role.startsWith(value));
      case 'operator':
        return task.operator.toLowerCase().startsWith(value);
      case 'pool':
        return (task.pool?.name.toLowerCase() ?? '').startsWith(value);
      case 'rule':
        return task.triggerRule.startsWith(value);
    }
  return JSON.stringify(task).toLowerCase().includes(word);
}

function is(task: Task, what: string, { levels, changed, pinned }: Known): boolean {
  switch (what) {
    case 'invalid':
    case 'error':
      return levels?.has('error') === true;
    case 'warning':
      return levels?.has('warning') === true;
    case 'disabled':
      return task.disabled;
    case 'mapped':
      return task.map !== undefined;
    case 'changed':
      return changed;
    case 'pinned':
      return pinned;
  }
  return false;
}
