import type { EngineCommands } from '#server/engine/commands.ts';
import type { Store } from '#server/store/store.ts';
import { NewsPoll } from './news-poll.ts';
import { followLog } from './follow-log.ts';
import { followRun } from './follow-run.ts';
import { followRuns } from './follow-runs.ts';

/** Runs whose events come with the hint; those of more are read from the log. */
const mostWatched = 50;

/** What a stream needs: the log, which is the truth, and hints that it has grown. */
export interface FeedSource {
  store: Store;
  news: NewsPoll;
}

/** Live streams out of the event log. One long poll to the engine serves every stream of this process. */
export function createFeed(store: Store, engine: Pick<EngineCommands, 'news'>) {
  const source: FeedSource = {
    store,
    news: new NewsPoll((after, eventsOf) => engine.news({ after, eventsOf: eventsOf.slice(0, mostWatched) })),
  };
  return {
    /** Events of a run after `afterSeq`, as they are committed. */
    run: (runId: string, afterSeq: number, signal: AbortSignal) => followRun(source, runId, afterSeq, signal),
    /** Rows of runs that change, beginning with the newest; never ends by itself. */
    runs: (signal: AbortSignal) => followRuns(source, signal),
    /** Log chunks of an attempt after `afterSeq`; ends with the attempt. */
    log: (attemptId: string, afterSeq: number, signal: AbortSignal) => followLog(source, attemptId, afterSeq, signal),
  };
}
export type Feed = ReturnType<typeof createFeed>;
