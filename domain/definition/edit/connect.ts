import { caps, type Edge, type Workflow } from '../schema/workflow.ts';
import { cycleThrough } from './cycle-through.ts';
import { edgeIs } from './edge-is.ts';
import type { EdgeKey } from './edit.ts';
import { missingThing } from './missing-thing.ts';
import { refuse, type EditResult } from './refused.ts';

/**
 * Draws an edge. Refuses one from a task to itself (`edge.self`), one that is there (`edge.double`), one that closes a cycle (`edge.cycle`, with
 * the way round) and one to nothing (`edit.missing`).
 */
export function connect(workflow: Workflow, { edge }: { edge: EdgeKey & { label?: string } }): EditResult {
  const { from, to } = edge;
  const names = new Map(workflow.tasks.map(({ id, name }) => [id, name ?? id]));
  const name = (id: string): string => names.get(id) ?? id;
  for (const id of [from, to]) if (!names.has(id)) return missingThing('task', id);
  if (from === to) return refuse('edge.self', `${name(from)} cannot come after itself.`);
  if (workflow.edges.some((other) => edgeIs(other, edge)))
    return refuse('edge.double', `${name(from)} and ${name(to)} are already connected.`);
  const way = cycleThrough(workflow, from, to);
  if (way !== null) {
    const shown = way.length > 6 ? [...way.slice(0, 3), '…', ...way.slice(-2)] : way;
    return refuse('edge.cycle', `This would make a cycle: ${[...shown, to].map(name).join(' → ')}.`);
  }
  if (workflow.edges.length >= caps.edges) return refuse('definition.cap', `A workflow has at most ${caps.edges} edges.`);
  const drawn: Edge = { from, port: edge.port ?? 'out', to, ...(edge.label === undefined ? {} : { label: edge.label }) };
  return { ...workflow, edges: [...workflow.edges, drawn] };
}
