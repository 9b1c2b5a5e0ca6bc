import type { RunEvent, TaskRunRef } from '#domain/run/events.ts';
import { formatDuration } from '#components/ui/format-duration.ts';

/** Names for what an event mentions by id. */
export interface EventNames {
  task: (id: string) => string;
  person: (id: string) => string;
}

const refs = (tasks: TaskRunRef[], names: EventNames): string =>
  tasks
    .slice(0, 4)
    .map((ref) => names.task(ref.task) + (ref.index === undefined ? '' : ` [${ref.index}]`))
    .join(', ') + (tasks.length > 4 ? ` and ${tasks.length - 4} more` : '');
const with_ = (event: { upstream?: boolean; downstream?: boolean; onlyFailed?: boolean }): string => {
  const parts = [
    event.upstream ? 'upstream' : '',
    event.downstream ? 'downstream' : '',
    event.onlyFailed ? 'only failed' : '',
  ].filter(Boolean);
  return parts.length > 0 ? `, with ${parts.join(' and ')}` : '';
};

/** An event as a short sentence without its task: `attempt 2 failed: exit 3`. */
export function eventWords(event: RunEvent, names: EventNames): string {
  switch (event.type) {
    case 'runCreated':
      return `run created, ${event.runType}`;
    case 'runAdmitted':
      return 'run admitted';
    case 'admitted':
      return `attempt ${event.attempt} admitted: it holds its slots`;
    case 'attemptStarted':
      return `attempt ${event.attempt} started`;
    case 'attemptEnded': {
      const { result } = event;
      if (result.type === 'failed')
        return `attempt ${event.attempt} failed: ${result.error.message}${result.infra ? ' (lost, not counted)' : ''}`;
      if (result.type === 'skipped') return `attempt ${event.attempt} skipped itself${result.reason ? `: ${result.reason}` : ''}`;
      return `attempt ${event.attempt} succeeded${result.ports ? `, took port ${result.ports.join(', ')}` : ''}${result.shortCircuit ? ', stopped what follows' : ''}`;
    }
    case 'attemptParked':
      return `attempt ${event.attempt} waits${event.untilMs === undefined ? '' : ` ${formatDuration(Math.max(0, event.untilMs - event.at))}`}, ${event.as.replaceAll('_', ' ')}`;
    case 'attemptWoken': {
      if (event.by === undefined) return `attempt ${event.attempt} goes on`;
      const { decision, comment } = (event.answer ?? {}) as { decision?: string; comment?: string | null };
      return `${names.person(event.by)} ${decision ?? 'answered'}${comment ? `: ${comment}` : ''}`;
    }
    case 'retryDue':
      return `attempt ${event.attempt} is due`;
    case 'attemptTimedOut':
      return `attempt ${event.attempt} ran out of time`;
    case 'pastSatisfied':
      return 'the previous run allows it';
    case 'runTimedOut':
      return 'the run ran out of time';
    case 'runPaused':
      return `paused by ${names.person(event.by)}`;
    case 'runResumed':
      return `resumed by ${names.person(event.by)}`;
    case 'runCancelled':
      return `cancelled by ${names.person(event.by)}`;
    case 'tasksCleared':
      return `${names.person(event.by)} cleared ${refs(event.tasks, names)}${with_(event)}`;
    case 'runMoved':
      return `${names.person(event.by)} moved the run from version ${event.from} to version ${event.to}, and cleared ${refs(event.tasks, names)}${with_(event)}`;
    case 'tasksForced':
      return `${names.person(event.by)} ran just ${refs(event.tasks, names)}, whatever its upstream says`;
    case 'taskMarked':
      return `${names.person(event.by)} marked it ${event.status}${with_(event)}`;
    default:
      return (event as { type: string }).type;
  }
}
