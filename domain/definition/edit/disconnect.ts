import type { Workflow } from '../schema/workflow.ts';
import { edgeIs } from './edge-is.ts';
import type { EdgeKey } from './edit.ts';

/** Takes edges away; one that is not there is none the less gone. */
export function disconnect(workflow: Workflow, { edges }: { edges: readonly EdgeKey[] }): Workflow {
  const kept = workflow.edges.filter((edge) => !edges.some((key) => edgeIs(edge, key)));
  return kept.length === workflow.edges.length ? workflow : { ...workflow, edges: kept };
}
