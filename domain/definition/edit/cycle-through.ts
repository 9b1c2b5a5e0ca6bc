import type { Workflow } from '../schema/workflow.ts';

/** The way from `to` to `from` that a new edge from → to would close to a cycle, as ids; null when there is none. Roles and maps do not count here. */
export function cycleThrough(workflow: Workflow, from: string, to: string): string[] | null {
  if (from === to) return [from];
  const next = new Map<string, string[]>();
  for (const edge of workflow.edges) {
    const list = next.get(edge.from);
    if (list === undefined) next.set(edge.from, [edge.to]);
    else list.push(edge.to);
  }
  const before = new Map<string, string>();
  const queue = [to];
  for (let head = 0; head < queue.length; head++) {
    const id = queue[head] ?? '';
    if (id === from) {
      const way = [id];
      for (let at = before.get(id); at !== undefined; at = before.get(at)) way.push(at);
      return way.reverse();
    }
    for (const other of next.get(id) ?? [])
      if (other !== to && !before.has(other)) {
        before.set(other, id);
        queue.push(other);
      }
  }
  return null;
}
