import type { Edge } from '../schema/workflow.ts';

/** The key of an edge in a diff: `from:port>to`. */
export const edgeKeyText = ({ from, port, to }: Pick<Edge, 'from' | 'port' | 'to'>): string => `${from}:${port}>${to}`;
