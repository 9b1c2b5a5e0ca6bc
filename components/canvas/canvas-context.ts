import { createContext } from 'react';
import type { LiveStatusStore } from './live/live-status-store.ts';
import type { WireStore } from './gestures/wire-store.ts';

/** How much of a box is drawn: everything (≥ 0.8), title and glyph (0.35 to 0.8), or only a block on one canvas. */
export type Detail = 'near' | 'mid' | 'far';

/** What every box and thread of one canvas shares; stable for the life of the canvas. */
export interface CanvasShared {
  live: LiveStatusStore | null;
  wire: WireStore;
  design: boolean;
  /** Text of a note was edited in place. */
  editNote: ((id: string, text: string) => void) | null;
  /** A note was drawn to another size, px; steps of the arrow keys are one undo step. */
  sizeNote: ((id: string, size: readonly [number, number], by: 'hand' | 'key') => void) | null;
  /** The title of a group was edited in place. */
  renameGroup: ((id: string, name: string) => void) | null;
}

export const CanvasContext = createContext<CanvasShared | null>(null);
