import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { StoredRun } from '#domain/simulation/replay.ts';
import type { RunData } from '#components/run-view/store/history-of.ts';
import { useTRPC } from '#components/data/trpc.ts';

function readStored({ run, definition, earlier, events }: RunData): StoredRun | null {
  const parsed = parseWorkflow(definition);
  const before = earlier.flatMap((each) => {
    const read = parseWorkflow(each.definition);
    return read.ok ? [{ version: each.version, workflow: read.workflow }] : [];
  });
  if (!parsed.ok || before.length < earlier.length) return null;
  return { workflow: parsed.workflow, version: run.version, earlier: before, events: events.map(({ event }) => event) };
}

/** A stored run with everything that happened in it, once it is there; `fault` says why it cannot be replayed. */
export function useStoredRun(runId: string | null): { stored: StoredRun | null; fault: string | null; loading: boolean } {
  const run = useQuery(
    useTRPC().runs.get.queryOptions({ runId: runId ?? '', whole: true }, { enabled: runId !== null, staleTime: 30_000 }),
  );
  const stored = useMemo(() => {
    if (runId === null || run.data === undefined) return null;
    return readStored(run.data);
  }, [runId, run.data]);
  if (runId === null) return { stored: null, fault: null, loading: false };
  const unread =
    run.data !== undefined && stored === null ? 'What that run ran is written in a format this page does not know.' : null;
  return { stored, fault: run.error?.message ?? unread, loading: run.isPending };
}
