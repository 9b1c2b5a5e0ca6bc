import type { Rect } from '../geometry/rect.ts';
import type { Places } from '../gestures/carried-by.ts';

/** What a hand does on the far canvas: boxes under way and the band that selects. Beside React's tree: a move only repaints. */
export interface FarHand {
  moved(): Places | null;
  /** px of the drawing. */
  band(): Rect | null;
  set(hand: { moved?: Places | null; band?: Rect | null }): void;
  subscribe(tell: () => void): () => void;
}

export function createFarHand(): FarHand {
  let moved: Places | null = null;
  let band: Rect | null = null;
  const listeners = new Set<() => void>();
  return {
    moved: () => moved,
    band: () => band,
    set(hand) {
      moved = hand.moved ?? null;
      band = hand.band ?? null;
      for (const tell of [...listeners]) tell();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
