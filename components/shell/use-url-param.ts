'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** One value of the address after `?`; setting it adds no step to the history. An empty value is taken out. */
export function useUrlParam(name: string): [string, (value: string) => void] {
  const value = useSearchParams().get(name) ?? '';
  const set = useCallback(
    (next: string) => {
      const url = new URL(location.href);
      if (next) url.searchParams.set(name, next);
      else url.searchParams.delete(name);
      history.replaceState(null, '', url);
    },
    [name],
  );
  return [value, set];
}
