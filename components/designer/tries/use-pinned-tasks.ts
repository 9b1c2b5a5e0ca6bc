import { useMemo } from 'react';
import { useTryValues } from './use-try-values.ts';

/** Tasks whose output is pinned for tries. */
export function usePinnedTasks(): ReadonlySet<string> {
  const values = useTryValues();
  return useMemo(
    () =>
      new Set([...(values ?? new Map<string, never>()).values()].flatMap(({ task, source }) => (source === 'pin' ? [task] : []))),
    [values],
  );
}
