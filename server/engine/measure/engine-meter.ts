import type { RunEvent } from '#domain/run/events.ts';
import type { ActiveRun } from '../turn/active-run.ts';

/** Told by the engine what it does, to be counted. Calls are synchronous and must cost next to nothing. */
export interface EngineMeter {
  /** A turn is over. `durationMs` from its first decision until it was stored. */
  turn(durationMs: number, committed: boolean): void;
  /** Somebody else changed the row of an attempt. */
  contested(): void;
  /** A run's events are stored. */
  stored(run: ActiveRun, events: readonly RunEvent[]): void;
}
