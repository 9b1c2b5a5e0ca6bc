import { useRef } from 'react';
import type { Change } from '../versions/compare-workflows.ts';

/** Tasks that differ from the published version; none before the first is published. The same set while the same tasks do. */
export function useChangedTasks(changes: readonly Change[] | null): ReadonlySet<string> {
  const last = useRef<ReadonlySet<string>>(new Set());
  const next = new Set((changes ?? []).flatMap((change) => (change.task === undefined ? [] : [change.task])));
  if (next.size !== last.current.size || [...next].some((id) => !last.current.has(id))) last.current = next;
  return last.current;
}
