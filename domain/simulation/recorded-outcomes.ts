import type { AttemptResult, RunEvent } from '#domain/run/events.ts';
import { refText } from '#domain/run/ref.ts';

/** What the attempts of a stored run answered and how long they took, by task or copy, in order. */
export interface RecordedOutcomes {
  outcomes: Record<string, AttemptResult[]>;
  durations: Record<string, number[]>;
}

/**
 * The outcomes of a stored run, to be fed to another version of its workflow (replay on a draft). Attempts lost to our own
 * failure are left out, since they say nothing about the task. A parked attempt's time includes its waiting.
 */
export function recordedOutcomes(events: Iterable<RunEvent>): RecordedOutcomes {
  const outcomes: Record<string, AttemptResult[]> = Object.create(null) as Record<string, AttemptResult[]>;
  const durations: Record<string, number[]> = Object.create(null) as Record<string, number[]>;
  const started = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'attemptStarted' && event.type !== 'attemptEnded') continue;
    const name = refText(event);
    const key = `${name}@${event.attempt}`;
    if (event.type === 'attemptStarted') {
      if (!started.has(key)) started.set(key, event.at);
      continue;
    }
    if (event.result.type === 'failed' && event.result.infra === true) continue;
    (outcomes[name] ??= []).push(event.result);
    (durations[name] ??= []).push(event.at - (started.get(key) ?? event.at));
  }
  return { outcomes, durations };
}
