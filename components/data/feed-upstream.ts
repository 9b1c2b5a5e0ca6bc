import { onSignedIn } from './signed-in.ts';
import { TRPCClientError } from '@trpc/client';
import type { ApiClient } from './api-client.ts';
import { pollTopics } from './feed-poll.ts';
import type { FeedState } from './feed-state.ts';
import { lastSeq, messageKey, topicAt, topicKey, type FeedMessage, type Topic } from './feed-topics.ts';

/** A stream that has not opened after this long is helped out by polling. */
const patienceMs = 4_000;
const pollMs = 2_000;
const againMs = 3_000;

export interface Upstream {
  close(): void;
}
export type OpenUpstream = (
  topics: Topic[],
  onMessage: (message: FeedMessage) => void,
  onState: (state: FeedState) => void,
) => Upstream;

/**
 * Follows topics over one event stream. While it cannot be opened, or has broken, it asks again and again and polls
 * meanwhile; each seq comes once all the same.
 */
export function openUpstream(api: ApiClient): OpenUpstream {
  return (topics, onMessage, onState) => {
    const reached = new Map(topics.map((topic) => [topicKey(topic), 'after' in topic ? topic.after : 0]));
    const now = () => topics.map((topic) => topicAt(topic, reached.get(topicKey(topic)) ?? 0));
    let closed = false;
    let stream: { unsubscribe(): void } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pollTimer: ReturnType<typeof setTimeout> | undefined;

    const take = (message: FeedMessage) => {
      if (closed) return;
      const last = lastSeq(message);
      const before = reached.get(messageKey(message)) ?? 0;
      if (last !== null && last <= before) return;
      if (last !== null) reached.set(messageKey(message), last);
      onMessage(message);
    };
    let waiting: (() => void) | undefined;
    const stopPolling = () => {
      clearTimeout(timer);
      clearTimeout(pollTimer);
      timer = pollTimer = undefined;
    };
    const refused = (error: unknown) => error instanceof TRPCClientError && error.data?.httpStatus === 401;
    const poll = async () => {
      try {
        for (const message of await pollTopics(api, now())) take(message);
        if (!closed && pollTimer !== undefined) onState('polling');
      } catch (error) {
        if (closed) return;
        if (refused(error)) return signedOut();
        onState('lost');
      }
      if (!closed && pollTimer !== undefined) pollTimer = setTimeout(() => void poll(), pollMs);
    };
    const helpOut = () => {
      if (closed || timer !== undefined || pollTimer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        pollTimer = setTimeout(() => void poll(), 0);
      }, patienceMs);
    };
    const signedOut = () => {
      close();
      onState('signed-out');
      // Somebody may sign in again in place, in this tab or another.
      waiting = onSignedIn(() => {
        waiting = undefined;
        closed = false;
        open();
      });
    };
    const open = () => {
      if (closed) return;
      helpOut();
      stream = api.feed.many.subscribe(
        { topics: now() },
        {
          onData: ({ data }) => take(data),
          onStarted: () => {
            stopPolling();
            onState('live');
          },
          onConnectionStateChange: ({ state }) => {
            if (closed || state === 'pending') return;
            if (state === 'connecting') {
              onState('connecting');
              helpOut();
            }
          },
          onError: (error) => {
            if (closed) return;
            if (refused(error)) return signedOut();
            helpOut();
            setTimeout(open, againMs);
          },
        },
      );
    };
    const close = () => {
      closed = true;
      stopPolling();
      stream?.unsubscribe();
    };
    open();
    return {
      close() {
        waiting?.();
        close();
      },
    };
  };
}
