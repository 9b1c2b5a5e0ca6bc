'use client';
import type { LogChunk } from '#server/store/store.ts';
import type { FeedState } from './feed-state.ts';
import { useTopic } from './use-topic.ts';

export type { LogChunk };

/** Log of an attempt after `afterSeq` (0: from its beginning), chunk by chunk in order; `onEnd` when the attempt has ended and all is there. */
export function useLogFeed(
  attemptId: string | null,
  afterSeq: number,
  onChunks: (chunks: LogChunk[]) => void,
  onEnd?: () => void,
): FeedState {
  return useTopic(attemptId === null ? null : { kind: 'log', id: attemptId, after: afterSeq }, (message) => {
    if (message.kind === 'log') onChunks(message.items);
    if (message.kind === 'end') onEnd?.();
  });
}
