'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Json } from '#domain/definition/schema/json.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** Above this many tasks the outputs are not fetched for their counts. */
const most = 200;
const none: ReadonlyMap<string, string> = new Map();

function count(output: Json | null): string | null {
  const rows = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'row' : 'rows'}`;
  if (Array.isArray(output)) return output.length > 0 && output.every((v) => typeof v === 'object') ? rows(output.length) : null;
  if (output === null || typeof output !== 'object') return null;
  const named = output['rowCount'] ?? output['rows'] ?? output['count'];
  if (typeof named === 'number') return rows(named);
  return Array.isArray(named) ? rows(named.length) : null;
}

/** What rides on the threads after a success: how many rows the task put out. `done` rises when tasks succeed. */
export function useOutputCounts(runId: string, tasks: number, done: number): ReadonlyMap<string, string> {
  const outputs = useQuery(useTRPC().runs.outputs.queryOptions({ runId }, { enabled: tasks <= most && done > 0 }));
  const { refetch } = outputs;
  useEffect(() => {
    if (tasks <= most && done > 0) void refetch();
  }, [tasks, done, refetch]);
  return useMemo(() => {
    if (!outputs.data) return none;
    const words = new Map<string, string>();
    for (const { task, mapIndex, output } of outputs.data) {
      const said = mapIndex < 0 ? count(output) : null;
      if (said) words.set(task, said);
    }
    return words;
  }, [outputs.data]);
}
