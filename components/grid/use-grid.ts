'use client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useRunsFeed } from '#components/data/use-runs-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';

export type GridKind = 'all' | 'scheduled' | 'manual' | 'backfill';
const pageSize = 50;
/** What changes is read anew at most this often. */
const pauseMs = 1_000;

/** Runs of a workflow with their tasks, newest first, page by page; read anew when one of them has news. */
export function useGrid(workflowId: string, kind: GridKind) {
  const cache = useQueryClient();
  const input = { workflowId, limit: pageSize, ...(kind === 'all' ? {} : { runType: kind }) };
  const options = useTRPC().runs.grid.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor });
  const query = useInfiniteQuery(options);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  useRunsFeed((changed) => {
    if (timer.current || !changed.some((run) => run.workflowId === workflowId)) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void cache.invalidateQueries({ queryKey: options.queryKey });
    }, pauseMs);
  });
  return query;
}
