/** What a wire that is being drawn means for one box. */
export type WireMark = { kind: 'source' } | { kind: 'target' } | { kind: 'impossible'; reason: string };
interface Wire {
  from: string;
  port: string;
  /** Why a task cannot be its end, by id. */
  impossible: ReadonlyMap<string, string>;
}

/** The wire under the hand, beside React's tree: only the boxes it concerns are drawn anew. */
export interface WireStore {
  wire(): Wire | null;
  mark(id: string): WireMark | null;
  /** The box the wire would end at, whether it can or not. */
  aimed(): string | null;
  start(wire: Wire): void;
  aim(target: string | null): void;
  end(): void;
  subscribe(tell: () => void): () => void;
}

export function createWireStore(): WireStore {
  let wire: Wire | null = null;
  let target: string | null = null;
  let marks = new Map<string, WireMark>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    marks = new Map();
    if (wire !== null) {
      for (const [id, reason] of wire.impossible) marks.set(id, { kind: 'impossible', reason });
      marks.set(wire.from, { kind: 'source' });
      if (target !== null && !wire.impossible.has(target) && target !== wire.from) marks.set(target, { kind: 'target' });
    }
    for (const tell of [...listeners]) tell();
  };
  return {
    wire: () => wire,
    mark: (id) => marks.get(id) ?? null,
    aimed: () => target,
    start(next) {
      wire = next;
      target = null;
      changed();
    },
    aim(next) {
      if (next === target || wire === null) return;
      target = next;
      changed();
    },
    end() {
      if (wire === null) return;
      wire = null;
      target = null;
      changed();
    },
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
