import type { Rect } from '../geometry/rect.ts';
import type { Places } from '../gestures/carried-by.ts';
import type { Regrouping } from '../gestures/regrouping.ts';

/** What a hand does on the far canvas: boxes under way, the band that selects, what lies under the pointer. Beside React's tree: a move only repaints. */
export interface FarHand {
  moved(): Places | null;
  /** What changes its group, were it let go now. */
  regroup(): Regrouping | null;
  /** px of the drawing. */
  band(): Rect | null;
  /** Id of the box, note, edge or frame under the pointer. */
  hovered(): string | null;
  /** Ends what is not named, and the hover with it. */
  set(hand: { moved?: Places | null; regroup?: Regrouping | null; band?: Rect | null }): void;
  hover(id: string | null): void;
  subscribe(tell: () => void): () => void;
}

export function createFarHand(): FarHand {
  let moved: Places | null = null;
  let regroup: Regrouping | null = null;
  let band: Rect | null = null;
  let hovered: string | null = null;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const tell of [...listeners]) tell();
  };
  return {
    moved: () => moved,
    regroup: () => regroup,
    band: () => band,
    hovered: () => hovered,
    set(hand) {
      moved = hand.moved ?? null;
      regroup = hand.regroup ?? null;
      band = hand.band ?? null;
      hovered = null;
      changed();
    },
    hover(id) {
      if (id === hovered) return;
      hovered = id;
      changed();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
