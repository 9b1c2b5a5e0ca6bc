import type { Feed } from '#server/feed/feed.ts';
import { followOperators } from '#server/operators/follow-operators.ts';
import type { OperatorCatalog } from '#server/operators/operator-catalog.ts';
import { mergeStreams } from '#server/feed/merge-streams.ts';
import type { Store } from '#server/store/store.ts';
import { changedRun } from './changed-run.ts';
import type { FeedMessage, Topic } from './topics.ts';

const keyOf = (topic: { kind: string; id: string }) => `${topic.kind} ${topic.id}`;

/** How far each topic had come, out of the id of the last message a browser saw; what cannot be read counts as nothing. */
function cursors(lastEventId: string | null): Map<string, number> {
  try {
    const read: unknown = lastEventId === null ? {} : JSON.parse(lastEventId);
    return new Map(Object.entries(read as object).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1])));
  } catch {
    return new Map();
  }
}

/** One stream out of many topics. `id` is the state of all of them, so that a connection that broke goes on where it was. */
export async function* followTopics(
  feed: Feed,
  store: Store,
  operators: OperatorCatalog,
  topics: Topic[],
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; message: FeedMessage }> {
  const seen = cursors(lastEventId);
  const reached = new Map<string, number>();
  const from = (topic: Extract<Topic, { id: string }>) => {
    const after = Math.max(topic.after, seen.get(keyOf(topic)) ?? 0);
    reached.set(keyOf(topic), after);
    return after;
  };
  async function* follow(topic: Topic): AsyncGenerator<FeedMessage> {
    if (topic.kind === 'runs') {
      for await (const rows of feed.runs(signal)) yield { kind: 'runs', items: rows.map(changedRun) };
      return;
    }
    if (topic.kind === 'operators') {
      for await (const revision of followOperators(operators, signal)) yield { kind: 'operators', items: [{ revision }] };
      return;
    }
    if (topic.kind === 'run') {
      for await (const items of feed.run(topic.id, from(topic), signal)) yield { kind: 'run', id: topic.id, items };
    } else if (await store.runs.attempt(topic.id)) {
      for await (const items of feed.log(topic.id, from(topic), signal)) yield { kind: 'log', id: topic.id, items };
    }
    if (!signal.aborted) yield { kind: 'end', of: topic.kind, id: topic.id };
  }
  for await (const message of mergeStreams(topics.map(follow))) {
    const last = message.kind === 'run' || message.kind === 'log' ? message.items.at(-1)?.seq : undefined;
    if (last !== undefined && (message.kind === 'run' || message.kind === 'log'))
      reached.set(keyOf(message as { kind: string; id: string }), last);
    yield { id: JSON.stringify(Object.fromEntries(reached)), message };
  }
}
