import type { Edge } from '../schema/workflow.ts';
import type { EdgeKey } from './edit.ts';

/** Whether an edge is the one that a key names. */
export const edgeIs = (edge: Edge, key: EdgeKey): boolean =>
  edge.from === key.from && edge.to === key.to && edge.port === (key.port ?? 'out');
