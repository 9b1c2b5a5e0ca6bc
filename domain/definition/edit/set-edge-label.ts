import type { Workflow } from '../schema/workflow.ts';
import { edgeIs } from './edge-is.ts';
import type { EdgeKey } from './edit.ts';
import { mergeFields } from './merge-fields.ts';
import { missingThing } from './missing-thing.ts';
import { replaceIn } from './replace-in.ts';
import { refuse, type EditResult } from './refused.ts';

/** Writes a text at an edge; the empty text takes it away. */
export function setEdgeLabel(workflow: Workflow, { edge, label }: { edge: EdgeKey; label: string }): EditResult {
  if (label.length > 200) return refuse('definition.bounds', 'A label has at most 200 characters. Make it shorter.');
  const at = workflow.edges.findIndex((other) => edgeIs(other, edge));
  const before = workflow.edges[at];
  if (before === undefined) return missingThing('edge', `${edge.from} → ${edge.to}`);
  const edges = replaceIn(workflow.edges, at, mergeFields(before, { label: label === '' ? undefined : label }));
  return edges === workflow.edges ? workflow : { ...workflow, edges };
}
