import type { ApiClient } from './api-client.ts';
import type { FeedMessage, Topic } from './feed-topics.ts';

/** Asks once for the news of each topic, in the form of the feed. Rejects when the server does not answer. */
export async function pollTopics(api: ApiClient, topics: Topic[]): Promise<FeedMessage[]> {
  const answers = await Promise.all(
    topics.map(async (topic): Promise<FeedMessage> => {
      if (topic.kind === 'run')
        return { kind: 'run', id: topic.id, items: await api.runs.events.query({ runId: topic.id, afterSeq: topic.after }) };
      if (topic.kind === 'log')
        return { kind: 'log', id: topic.id, items: await api.runs.logs.query({ attemptId: topic.id, afterSeq: topic.after }) };
      if (topic.kind === 'operators') return { kind: 'operators', items: [await api.operators.revision.query()] };
      const { runs } = await api.runs.list.query({ limit: 50 });
      return { kind: 'runs', items: runs.map(({ id, ...run }) => ({ ...run, runId: id })) };
    }),
  );
  return answers.filter((message) => message.kind === 'end' || message.items.length > 0);
}
