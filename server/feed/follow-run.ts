import { isRunFinished } from '#domain/run/status.ts';
import type { RunEvent } from '#domain/run/events.ts';
import type { RunHint } from '#server/engine/commands.ts';
import { withoutToken } from '#server/runs/without-token.ts';
import type { FeedSource } from './feed.ts';

const page = 500;
/** A finished run is looked after less often: a person may clear some of its tasks. */
const finishedPatienceMs = 15_000;

/**
 * Events of a run after `afterSeq`, each once and in order, as many at a time as there are, until `signal` aborts. A hint
 * that carries the very next events saves the look into the log; whatever else comes, and nothing for a while, is looked up.
 */
export async function* followRun(
  { store, news }: FeedSource,
  runId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<{ seq: number; event: RunEvent }[]> {
  const place = news.open(runId);
  const shown = (events: readonly { seq: number; event: RunEvent }[]) =>
    events.map(({ seq, event }) => ({ seq, event: withoutToken(event) }));
  try {
    let seq = afterSeq;
    let patience: number | undefined;
    while (!signal.aborted) {
      const events = await store.runs.events(runId, seq, page);
      if (events.length > 0) {
        seq = events.at(-1)!.seq;
        yield shown(events);
        continue;
      }
      const run = await store.runs.get(runId);
      if (!run) return;
      // Committed between the two looks.
      if (run.seq > seq) continue;
      patience = isRunFinished(run.status) ? finishedPatienceMs : undefined;
      for (;;) {
        const [hint] = await place.wait(signal, patience);
        const told = hint && eventsAfter(hint, seq);
        if (!told) break;
        patience = hint.ended ? finishedPatienceMs : undefined;
        if (told.length === 0) continue;
        seq = hint.seq;
        yield shown(told);
      }
    }
  } finally {
    place.close();
  }
}

/** The events after `seq` as a hint brings them; null when it does not bring them all, or contradicts what was seen. */
function eventsAfter({ seq: last, events = [] }: RunHint, seq: number): { seq: number; event: RunEvent }[] | null {
  const first = last - events.length + 1;
  if (last < seq || first > seq + 1) return null;
  return events.slice(seq + 1 - first).map((event, at) => ({ seq: seq + 1 + at, event }));
}
