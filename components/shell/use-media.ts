'use client';
import { useSyncExternalStore } from 'react';

/** Whether a media query holds; false while rendered on the server. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Whether the page is as narrow as a phone. */
export const useShort = (): boolean => useMedia('(max-width: 640px)');
