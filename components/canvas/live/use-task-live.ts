import { useCallback, useSyncExternalStore } from 'react';
import type { EdgeLive, LiveStatusStore, TaskLive } from './live-status-store.ts';

const never = (): (() => void) => () => undefined;

/** Status of one task on a drawing; null when the drawing is not of a run, or the task has none yet. */
export function useTaskLive(store: LiveStatusStore | null, id: string): TaskLive | null {
  const subscribe = useCallback((tell: () => void) => (store === null ? never() : store.subscribeTask(id, tell)), [store, id]);
  const get = (): TaskLive | null => store?.task(id) ?? null;
  return useSyncExternalStore(subscribe, get, get);
}

/** The same for an edge, by `edgeKey`. */
export function useEdgeLive(store: LiveStatusStore | null, key: string): EdgeLive | null {
  const subscribe = useCallback((tell: () => void) => (store === null ? never() : store.subscribeEdge(key, tell)), [store, key]);
  const get = (): EdgeLive | null => store?.edge(key) ?? null;
  return useSyncExternalStore(subscribe, get, get);
}
