'use client';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useFeedHub } from './feed-provider.tsx';
import type { FeedState } from './feed-state.ts';
import type { FeedMessage, Topic } from './feed-topics.ts';

/**
 * Follows a topic while the component is there. `after` counts when the topic changes; a component that fetched anew
 * changes `generation` to begin again from its seq. An effect may run twice: news that a listener has already may come again.
 */
export function useTopic(topic: Topic | null, listener: (message: FeedMessage) => void, generation: unknown = null): FeedState {
  const hub = useFeedHub();
  const heard = useEffectEvent(listener);
  const kind = topic?.kind;
  const id = topic && 'id' in topic ? topic.id : '';
  const begin = useEffectEvent(() => (hub && topic ? hub.follow(topic, (message) => heard(message)) : undefined));
  useEffect(() => begin(), [hub, kind, id, generation]);
  return useSyncExternalStore(hub?.onState ?? nothing, hub?.state ?? idle, idle);
}
const nothing = () => () => {};
const idle = (): FeedState => 'idle';
