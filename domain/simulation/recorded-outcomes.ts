import type { AttemptResult, ListLengths, RunEvent } from '#domain/run/events.ts';
import { refText } from '#domain/run/ref.ts';

/** What the attempts of a stored run answered and how long they took, by task or copy, in order; and what the run began with. */
export interface RecordedOutcomes {
  outcomes: Record<string, AttemptResult[]>;
  durations: Record<string, number[]>;
  created: Extract<RunEvent, { type: 'runCreated' }> | null;
  /** Lengths of the lists that hung on params. */
  lists: ListLengths;
  /** Somebody cleared, marked, paused or cancelled: what followed from that is not replayed. */
  acts: number;
}

/** Ends that somebody or something outside forced: they say nothing about what the task would have answered. */
const forced = new Set(['cancelled', 'fail-fast', 'restarting']);
const actTypes = new Set<RunEvent['type']>([
  'tasksCleared',
  'runMoved',
  'tasksForced',
  'taskMarked',
  'runCancelled',
  'runPaused',
]);

/**
 * The outcomes of a stored run, to be fed to another version of its workflow (replay on a draft). Attempts lost to our own
 * failure and those ended from outside are left out, since they say nothing about the task. A parked attempt's time includes
 * its waiting.
 */
export function recordedOutcomes(events: Iterable<RunEvent>): RecordedOutcomes {
  const outcomes: Record<string, AttemptResult[]> = Object.create(null) as Record<string, AttemptResult[]>;
  const durations: Record<string, number[]> = Object.create(null) as Record<string, number[]>;
  const started = new Map<string, number>();
  let created: RecordedOutcomes['created'] = null;
  let acts = 0;
  for (const event of events) {
    if (event.type === 'runCreated') created = event;
    if (actTypes.has(event.type)) acts++;
    if (event.type !== 'attemptStarted' && event.type !== 'attemptEnded') continue;
    const name = refText(event);
    const key = `${name}@${event.attempt}`;
    if (event.type === 'attemptStarted') {
      if (!started.has(key)) started.set(key, event.at);
      continue;
    }
    const { result } = event;
    if (result.type === 'failed' && (result.infra === true || forced.has(result.error.code))) continue;
    (outcomes[name] ??= []).push(result);
    (durations[name] ??= []).push(event.at - (started.get(key) ?? event.at));
  }
  return { outcomes, durations, created, lists: created?.lists ?? {}, acts };
}
