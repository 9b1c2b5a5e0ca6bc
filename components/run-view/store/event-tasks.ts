import type { RunEvent } from '#domain/run/events.ts';

/** Tasks an event names; none for events of the run as a whole. */
export function eventTasks(event: RunEvent): string[] {
  if ('task' in event) return [event.task];
  return event.type === 'tasksCleared' || event.type === 'runMoved' || event.type === 'tasksForced'
    ? event.tasks.map((ref) => ref.task)
    : [];
}
