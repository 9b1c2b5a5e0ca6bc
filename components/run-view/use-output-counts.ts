'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** Above this many tasks the outputs are not fetched for their counts. */
const most = 200;
/** Tasks that succeed one after the other are asked about together. */
const togetherMs = 2_000;

function count(output: Json | null): string | null {
  const rows = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'row' : 'rows'}`;
  if (Array.isArray(output)) return output.length > 0 && output.every((v) => typeof v === 'object') ? rows(output.length) : null;
  if (output === null || typeof output !== 'object') return null;
  const named = output['rowCount'] ?? output['rows'] ?? output['count'];
  if (typeof named === 'number') return rows(named);
  return Array.isArray(named) ? rows(named.length) : null;
}

/**
 * What rides on the threads after a success: how many rows the task put out. `done` rises when tasks succeed. The same map for as long as
 * it says the same.
 */
export function useOutputCounts(runId: string, tasks: number, done: number): ReadonlyMap<string, string> {
  // Asked below alone, so that the page does not ask twice when it opens.
  const { data, refetch } = useQuery(useTRPC().runs.outputs.queryOptions({ runId }, { enabled: false }));
  const askedAt = useRef(-Infinity);
  useEffect(() => {
    if (tasks > most || done === 0) return;
    const ask = () => {
      askedAt.current = performance.now();
      void refetch();
    };
    const timer = setTimeout(ask, Math.max(0, askedAt.current + togetherMs - performance.now()));
    return () => clearTimeout(timer);
  }, [tasks, done, refetch]);
  const words = useMemo(() => {
    const found: [string, string][] = [];
    for (const { task, mapIndex, output } of data ?? []) {
      const said = mapIndex < 0 ? count(output) : null;
      if (said) found.push([task, said]);
    }
    return JSON.stringify(found);
  }, [data]);
  return useMemo(() => new Map(JSON.parse(words) as [string, string][]), [words]);
}
