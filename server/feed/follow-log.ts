import type { AttemptRow, LogChunk } from '#server/store/store.ts';
import type { FeedSource } from './feed.ts';

const page = 200;
/** Log bytes are committed without an event, so an open log is looked at this often even without a hint. */
const lookMs = 250;

const isOpen = ({ status }: AttemptRow) => status === 'queued' || status === 'running' || status === 'parked';

/** Log chunks of an attempt after `afterSeq`, each once and in order, as many at a time as there are, until the attempt has ended and all is sent, or `signal` aborts. */
export async function* followLog(
  { store, news }: FeedSource,
  attemptId: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<LogChunk[]> {
  const first = await store.runs.attempt(attemptId);
  if (!first) return;
  const place = news.open(first.runId);
  try {
    let seq = afterSeq;
    let ended = false;
    while (!signal.aborted) {
      const chunks = await store.runs.logs(attemptId, seq, page);
      const last = chunks.at(-1);
      if (last) {
        seq = last.seq;
        yield chunks;
        continue;
      }
      // The last chunks are written before or with the end, so one more look after it finds them all.
      if (ended) return;
      const attempt = await store.runs.attempt(attemptId);
      ended = !attempt || !isOpen(attempt);
      if (!ended) await place.wait(signal, lookMs);
    }
  } finally {
    place.close();
  }
}
