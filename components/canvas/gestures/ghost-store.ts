/** A box that is not there yet: its upper left corner, px of the drawing, and the port of a wire that ends at it. */
export interface Ghost {
  x: number;
  y: number;
  wire: { from: string; port: string } | null;
}

/** The ghost under the pointer, beside React's tree: following the pointer draws the ghost anew and nothing else. */
export interface GhostStore {
  ghost(): Ghost | null;
  show(ghost: Ghost | null): void;
  subscribe(tell: () => void): () => void;
}

export function createGhostStore(): GhostStore {
  let now: Ghost | null = null;
  const listeners = new Set<() => void>();
  return {
    ghost: () => now,
    show(next) {
      if (next === now || (next !== null && now !== null && next.x === now.x && next.y === now.y && next.wire === now.wire))
        return;
      now = next;
      for (const tell of [...listeners]) tell();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
