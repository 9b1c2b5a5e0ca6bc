/** The bare instants of a schedule, without bounds, intervals and spread. Instants in ms since the epoch. */
export interface Ticks {
  /** The first tick > afterMs, or Infinity. */
  next(afterMs: number): number;
  /** The last tick ≤ atMs, or −Infinity. */
  previous(atMs: number): number;
}
