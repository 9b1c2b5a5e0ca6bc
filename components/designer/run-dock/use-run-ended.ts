import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#components/data/trpc.ts';

/** When a run that was watched ends, what is told of the last run elsewhere on the page is read anew. */
export function useRunEnded(ended: boolean): void {
  const queries = useQueryClient();
  const trpc = useTRPC();
  const before = useRef(ended);
  useEffect(() => {
    if (before.current === ended) return;
    before.current = ended;
    if (!ended) return;
    void queries.invalidateQueries({ queryKey: trpc.runs.list.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.tries.values.pathKey() });
  }, [ended, queries, trpc]);
}
