'use client';
import { useSyncExternalStore } from 'react';
import { useFeedHub } from './feed-provider.tsx';
import type { FeedState } from './feed-state.ts';

const nothing = () => () => {};
const idle = (): FeedState => 'idle';

/** How live this browser's pages are. */
export function useFeedState(): FeedState {
  const hub = useFeedHub();
  return useSyncExternalStore(hub?.onState ?? nothing, hub?.state ?? idle, idle);
}
