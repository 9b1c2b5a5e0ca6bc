import type { RunEvent } from './events.ts';

/** The version that a run was on before these events: that of the first move among them, else the one it is on now. */
export function firstVersion(events: Iterable<RunEvent>, now: number): number {
  for (const event of events) if (event.type === 'runMoved') return event.from;
  return now;
}
