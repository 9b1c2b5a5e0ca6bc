'use client';
import type { ChangedRun } from '#server/api/feed/changed-run.ts';
import type { FeedState } from './feed-state.ts';
import { useTopic } from './use-topic.ts';

export type { ChangedRun };

/** Runs that changed, the newest ones first when it begins; a row that comes twice says the same. */
export function useRunsFeed(onRuns: (runs: ChangedRun[]) => void): FeedState {
  return useTopic({ kind: 'runs' }, (message) => {
    if (message.kind === 'runs') onRuns(message.items);
  });
}
