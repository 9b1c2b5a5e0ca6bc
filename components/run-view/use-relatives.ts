'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useRunsFeed } from '#components/data/use-runs-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** Many runs may begin at one instant; what they are to this one is read once after so long. */
const pauseMs = 300;

/** The run that started this one and the runs it started; read again when one of these changes, or a run begins that may be one. */
export function useRelatives(runId: string) {
  const options = useTRPC().runs.relatives.queryOptions({ runId }, { staleTime: 0 });
  const cache = useQueryClient();
  const { data } = useQuery(options);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  useRunsFeed((changed) => {
    const known = new Map(data?.children.map((child) => [child.runId, child.status]));
    const concerns = changed.some((run) => (known.has(run.runId) ? known.get(run.runId) !== run.status : run.endedAt === null));
    if (!concerns || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void cache.invalidateQueries({ queryKey: options.queryKey });
    }, pauseMs);
  });
  return data;
}
