import type { FeedMessage, Topic } from '#server/api/feed/topics.ts';

/** One thing a tab follows, and the last seq it has of it. */
export type { FeedMessage, Topic };

/** Names a topic, whatever seq it is at. */
export const topicKey = (topic: Topic): string => ('id' in topic ? `${topic.kind} ${topic.id}` : topic.kind);

/** Key of the topic that a message belongs to. */
export function messageKey(message: FeedMessage): string {
  if (!('id' in message)) return message.kind;
  return `${message.kind === 'end' ? message.of : message.kind} ${message.id}`;
}

/** The same topic at another seq. */
export const topicAt = (topic: Topic, after: number): Topic => ('after' in topic ? { ...topic, after } : topic);

/** Last seq in a message; null when it has none. */
export const lastSeq = (message: FeedMessage): number | null =>
  message.kind === 'run' || message.kind === 'log' ? (message.items.at(-1)?.seq ?? null) : null;
