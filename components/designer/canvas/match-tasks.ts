import type { Problem } from '#domain/definition/problem.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';

/**
 * Tasks that a search finds, by id; null when nothing is searched. Words are looked for in every property; `is:invalid`, `is:warning`,
 * `is:disabled`, `is:mapped`, `operator:sql`, `pool:db`, `rule:all_done` narrow it.
 */
export function matchTasks(workflow: Workflow, problems: readonly Problem[], search: string): Set<string> | null {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const levels = new Map<string, Set<string>>();
  for (const problem of problems)
    if (problem.task !== undefined) levels.set(problem.task, (levels.get(problem.task) ?? new Set()).add(problem.level));
  const found = new Set<string>();
  for (const task of workflow.tasks) if (words.every((word) => matches(task, word, levels.get(task.id)))) found.add(task.id);
  return found;
}

function matches(task: Task, word: string, levels: ReadonlySet<string> | undefined): boolean {
  const [key = '', value] = word.split(/:(.*)/);
  if (value !== undefined)
    switch (key) {
      case 'is':
        return value === 'invalid' || value === 'error'
          ? levels?.has('error') === true
          : value === 'warning'
            ? levels?.has('warning') === true
            : value === 'disabled'
              ? task.disabled
              : value === 'mapped'
                ? task.map !== undefined
                : false;
      case 'operator':
        return task.operator.toLowerCase().startsWith(value);
      case 'pool':
        return (task.pool?.name.toLowerCase() ?? '').startsWith(value);
      case 'rule':
        return task.triggerRule.startsWith(value);
    }
  return JSON.stringify(task).toLowerCase().includes(word);
}
