import type { CaseTask } from './case.ts';

/** In the tables each copy has its own list, and a missing one is the default: the list of the mapped task itself is for nobody. */
export function ownLists<T>({ tasks }: { tasks: CaseTask[] }, lists: Record<string, T[]>): Record<string, T[]> {
  const mapped = new Set(tasks.filter((task) => task.mapOver !== undefined).map((task) => task.id));
  return Object.fromEntries(Object.entries(lists).filter(([name]) => !mapped.has(name)));
}
