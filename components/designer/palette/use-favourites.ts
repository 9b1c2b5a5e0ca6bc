import { useCallback, useSyncExternalStore } from 'react';

const key = 'drawloom:favourite-operators';
const listeners = new Set<() => void>();
let cached: readonly string[] | null = null;
const none: readonly string[] = [];

function read(): readonly string[] {
  if (cached !== null) return cached;
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
    cached = Array.isArray(value) ? value.filter((v) => typeof v === 'string') : none;
  } catch {
    cached = none;
  }
  return cached;
}

/** Types of operators this browser's person starred, and the way to star one. */
export function useFavourites(): [readonly string[], (type: string) => void] {
  const list = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    read,
    () => none,
  );
  const toggle = useCallback((type: string) => {
    const now = read();
    cached = now.includes(type) ? now.filter((t) => t !== type) : [...now, type];
    try {
      localStorage.setItem(key, JSON.stringify(cached));
    } catch {
      // Storage is closed: the star lasts as long as the page.
    }
    for (const tell of [...listeners]) tell();
  }, []);
  return [list, toggle];
}
