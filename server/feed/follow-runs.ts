import type { RunRow } from '#server/store/store.ts';
import type { FeedSource } from './feed.ts';

const newest = 50;
/** Rows fetched one by one when a hint names at most this many; above it a page of the newest is cheaper. */
const few = 20;

const mark = (run: RunRow) => `${run.seq} ${run.status} ${run.paused}`;

/** Runs that changed, as rows, until `signal` aborts. It begins with the newest, so a listener that was away has missed nothing of them. */
export async function* followRuns({ store, news }: FeedSource, signal: AbortSignal): AsyncGenerator<RunRow[]> {
  const place = news.open(null);
  const sent = new Map<string, string>();
  function changed(rows: RunRow[]): RunRow[] {
    const fresh = rows.filter((run) => sent.get(run.id) !== mark(run));
    for (const run of fresh) {
      sent.delete(run.id);
      sent.set(run.id, mark(run));
    }
    // Remembers only the last ones: a row sent twice does no harm.
    for (const id of sent.keys()) {
      if (sent.size <= 1_000) break;
      sent.delete(id);
    }
    return fresh;
  }
  try {
    yield changed(await store.runs.list({ limit: newest }));
    while (!signal.aborted) {
      const hinted = await place.wait(signal);
      if (signal.aborted) return;
      const rows =
        hinted.length > 0 && hinted.length <= few
          ? (await Promise.all(hinted.map(({ runId }) => store.runs.get(runId))))
              .filter((row) => row !== null)
              .filter(({ runType }) => runType !== 'try')
          : await store.runs.list({ limit: newest });
      const fresh = changed(rows);
      if (fresh.length > 0) yield fresh;
    }
  } finally {
    place.close();
  }
}
