'use client';
import type { RunEvent } from '#domain/run/events.ts';
import type { FeedState } from './feed-state.ts';
import { useTopic } from './use-topic.ts';

/**
 * Events of a run as they are committed, after `afterSeq` (the seq that `runs.get` gave), each once and in order, many at a
 * time when many come. Null follows nothing. Fetched the run anew? Hand in its seq as `generation` too.
 */
export function useRunFeed(
  runId: string | null,
  afterSeq: number,
  onEvents: (events: { seq: number; event: RunEvent }[]) => void,
  generation?: unknown,
): FeedState {
  return useTopic(
    runId === null ? null : { kind: 'run', id: runId, after: afterSeq },
    (message) => {
      if (message.kind === 'run') onEvents(message.items);
    },
    generation,
  );
}
