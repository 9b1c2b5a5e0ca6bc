import type { RunEvent } from '#domain/run/events.ts';

/** An event of a run with its number; numbers rise by one. */
export interface NumberedEvent {
  seq: number;
  event: RunEvent;
}
