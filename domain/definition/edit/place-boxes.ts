import type { Workflow } from '../schema/workflow.ts';

/** Sets places of boxes in the layout; the rest of it stays. The same object when no place changes. */
export function placeBoxes(workflow: Workflow, positions: Record<string, [number, number]>): Workflow {
  const before = workflow.layout?.positions ?? {};
  const changed = Object.entries(positions).filter(([id, [x, y]]) => before[id]?.[0] !== x || before[id]?.[1] !== y);
  if (changed.length === 0) return workflow;
  const layout = workflow.layout ?? { positions: {}, direction: 'LR' as const };
  return { ...workflow, layout: { ...layout, positions: { ...before, ...Object.fromEntries(changed) } } };
}
