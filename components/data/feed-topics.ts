import type { FeedMessage, Topic } from '#server/api/feed/topics.ts';

/** One thing a tab follows, and the last seq it has of it. */
export type { FeedMessage, Topic };

/** Names a topic, whatever seq it is at. */
export const topicKey = (topic: Topic): string => (topic.kind === 'runs' ? 'runs' : `${topic.kind} ${topic.id}`);

/** Key of the topic that a message belongs to. */
export function messageKey(message: FeedMessage): string {
  if (message.kind === 'runs') return 'runs';
  return `${message.kind === 'end' ? message.of : message.kind} ${message.id}`;
}

/** The same topic at another seq. */
export const topicAt = (topic: Topic, after: number): Topic => (topic.kind === 'runs' ? topic : { ...topic, after });

/** Last seq in a message; null when it has none. */
export const lastSeq = (message: FeedMessage): number | null =>
  message.kind === 'run' || message.kind === 'log' ? (message.items.at(-1)?.seq ?? null) : null;
