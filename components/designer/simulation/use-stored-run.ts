import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { StoredRun } from '#domain/simulation/replay.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** A stored run with everything that happened in it, once it is there; `fault` says why it cannot be replayed. */
export function useStoredRun(runId: string | null): { stored: StoredRun | null; fault: string | null; loading: boolean } {
  const run = useQuery(
    useTRPC().runs.get.queryOptions({ runId: runId ?? '', whole: true }, { enabled: runId !== null, staleTime: 30_000 }),
  );
  const stored = useMemo(() => {
    if (runId === null || run.data === undefined) return null;
    const parsed = parseWorkflow(run.data.definition);
    return parsed.ok ? { workflow: parsed.workflow, events: run.data.events.map(({ event }) => event) } : null;
  }, [runId, run.data]);
  if (runId === null) return { stored: null, fault: null, loading: false };
  const unread =
    run.data !== undefined && stored === null ? 'What that run ran is written in a format this page does not know.' : null;
  return { stored, fault: run.error?.message ?? unread, loading: run.isPending };
}
