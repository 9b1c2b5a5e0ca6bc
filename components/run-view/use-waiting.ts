'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#components/data/trpc.ts';

/** Says no more than the status does. */
const vague = new Set(['admission.waiting', 'attempt.starting', 'attempt.stopping']);

/**
 * What admission says of tasks that wait for a slot, by task. Slots of other runs come and go without events of this one, so it is asked
 * every few seconds while something waits. The same map for as long as it says the same.
 */
export function useWaiting(runId: string, some: boolean): ReadonlyMap<string, string[]> {
  const waiting = useQuery(
    useTRPC().runs.waiting.queryOptions({ runId }, { enabled: some, refetchInterval: some ? 4_000 : false, staleTime: 1_000 }),
  );
  const words = useMemo(() => {
    const byTask = new Map<string, string[]>();
    for (const { task, reasons } of some ? (waiting.data ?? []) : []) {
      const own = reasons.filter(({ code }) => !vague.has(code)).map(({ message }) => message);
      if (own.length > 0) byTask.set(task, own);
    }
    return JSON.stringify([...byTask]);
  }, [some, waiting.data]);
  return useMemo(() => new Map(JSON.parse(words) as [string, string[]][]), [words]);
}
