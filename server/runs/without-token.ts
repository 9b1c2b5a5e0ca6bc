import type { RunEvent } from '#domain/run/events.ts';

/** The event as it may leave the server: the token of an attempt stays behind, since it proves who may report its end. */
export function withoutToken(event: RunEvent): RunEvent {
  return event.type === 'admitted' ? { ...event, token: '' } : event;
}
