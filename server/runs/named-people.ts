import type { RunEvent } from '#domain/run/events.ts';

/** Names of those whose acts stand in these events, by id. */
export function namedPeople(events: { event: RunEvent }[], names: ReadonlyMap<string, string>): Record<string, string> {
  const named: Record<string, string> = {};
  for (const { event } of events) {
    if (!('by' in event)) continue;
    const name = names.get(event.by);
    if (name !== undefined) named[event.by] = name;
  }
  return named;
}
