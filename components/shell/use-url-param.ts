'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  if (listeners.size === 0) addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('popstate', tell);
  };
};

/**
 * One value of the address after `?`; setting it adds no step to the history. An empty value is taken out. The address
 * itself is read, since the router learns of a change later than the next key that is typed.
 */
export function useUrlParam(name: string): [string, (value: string) => void] {
  // Draws again when a link of the router changed the address.
  const routed = useSearchParams().get(name) ?? '';
  const value = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(location.search).get(name) ?? '',
    () => routed,
  );
  const set = useCallback(
    (next: string) => {
      const url = new URL(location.href);
      if (next) url.searchParams.set(name, next);
      else url.searchParams.delete(name);
      if (url.href === location.href) return;
      history.replaceState(null, '', url);
      tell();
    },
    [name],
  );
  return [value, set];
}
