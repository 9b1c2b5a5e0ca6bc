'use client';
import { useQuery } from '@tanstack/react-query';
import type { Unmet } from '#domain/run/read.ts';
import { useTRPC } from '#components/data/trpc.ts';

const none: readonly Unmet[] = [];

/**
 * What the engine says of one task run that waits: pool, limits, earlier runs, child run, who may answer. Other runs change it
 * without events of this one, so it is asked every few seconds while it `waits`.
 */
export function useWhyWaiting(runId: string, task: string, index: number | undefined, waits: boolean): readonly Unmet[] {
  const asked = useQuery(
    useTRPC().runs.waiting.queryOptions(
      { runId, task },
      { enabled: waits, refetchInterval: waits ? 4_000 : false, staleTime: 1_000 },
    ),
  );
  if (!waits) return none;
  return asked.data?.find((each) => each.index === index)?.reasons ?? none;
}
