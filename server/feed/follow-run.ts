import { isRunFinished } from '#domain/run/status.ts';
import type { RunEvent } from '#domain/run/events.ts';
import { withoutToken } from '#server/runs/without-token.ts';
import type { FeedSource } from './feed.ts';

const page = 500;

/**
 * Events of a run after `afterSeq`, each once and in order, as many at a time as there are, until `signal` aborts. A finished run is followed on, since a
 * person may clear some of its tasks, only less often looked after.
 */
export async function* followRun(
  { store, news }: FeedSource,
  runId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<{ seq: number; event: RunEvent }[]> {
  const place = news.open(runId);
  try {
    let seq = afterSeq;
    while (!signal.aborted) {
      const events = await store.runs.events(runId, seq, page);
      const last = events.at(-1);
      if (last) {
        seq = last.seq;
        yield events.map(({ seq: number, event }) => ({ seq: number, event: withoutToken(event) }));
        continue;
      }
      const run = await store.runs.get(runId);
      if (!run) return;
      // Committed between the two looks.
      if (run.seq > seq) continue;
      await place.wait(signal, isRunFinished(run.status) ? 15_000 : undefined);
    }
  } finally {
    place.close();
  }
}
