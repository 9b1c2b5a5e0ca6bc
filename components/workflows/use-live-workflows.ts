'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useRunsFeed } from '#components/data/use-runs-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** Shortest time between two readings of the list, however many runs change. */
const pauseMs = 1_000;

/** Keeps the list of workflows fresh: any change of a run reads it anew, at most once a second. */
export function useLiveWorkflows(): void {
  const cache = useQueryClient();
  const listKey = useTRPC().workflows.list.queryKey();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  useRunsFeed((runs) => {
    if (runs.length === 0 || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void cache.invalidateQueries({ queryKey: listKey });
    }, pauseMs);
  });
}
