import type { Edge } from '@xyflow/react';
import type { DiffMark } from '../project/diff-marks.ts';
import type { Point } from './route.ts';
import type { Gap } from './thread-path.ts';

/** What a thread is drawn from: its way as it was laid when the drawing last came to rest. */
export interface ThreadData extends Record<string, unknown> {
  points: readonly Point[];
  gaps: readonly Gap[];
  label: string | null;
  direction: 'LR' | 'TB';
  /** Said aloud: `Load orders to Clean orders`. */
  name: string;
  faint: boolean;
  /** How it differs from what the drawing is compared with. */
  diff: DiffMark | null;
}
/** React Flow's edge. */
export type ThreadEdge = Edge<ThreadData, 'thread'>;
