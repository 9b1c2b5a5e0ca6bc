'use client';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ListedRunType } from '#domain/run/listed-run-types.ts';
import type { RunStatus } from '#domain/run/status.ts';
import { useRunsFeed } from '#components/data/use-runs-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';

const pageSize = 100;
/** New runs are looked for at most this often. */
const pauseMs = 1_000;

/** Runs, newest first, page by page; what changes is written into the lines at once, new ones are fetched. */
export function useRuns(filter: {
  workflowId: string;
  status: RunStatus[];
  kind?: ListedRunType | null;
  /** Of one workflow's. */
  trigger?: string;
  /** Made at `from` or later, before `to`, ms. */
  from?: number | undefined;
  to?: number | undefined;
  note?: string;
}) {
  const cache = useQueryClient();
  const input = {
    limit: pageSize,
    ...(filter.workflowId ? { workflowId: filter.workflowId } : {}),
    ...(filter.status.length > 0 ? { status: filter.status } : {}),
    ...(filter.kind ? { kind: [filter.kind] } : {}),
    ...(filter.trigger && filter.workflowId ? { triggerId: filter.trigger } : {}),
    ...(filter.from === undefined ? {} : { from: filter.from }),
    ...(filter.to === undefined ? {} : { to: filter.to }),
    ...(filter.note ? { note: filter.note } : {}),
  };
  const options = useTRPC().runs.list.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor });
  const query = useInfiniteQuery({ ...options, placeholderData: filter.note ? keepPreviousData : undefined });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  const feed = useRunsFeed((changed) => {
    const news = new Map(changed.map((run) => [run.runId, run]));
    cache.setQueryData(
      options.queryKey,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            runs: page.runs.map((run) => {
              const now = news.get(run.id);
              news.delete(run.id);
              return now &&
                (now.status !== run.status ||
                  now.endedAt !== run.endedAt ||
                  now.startedAt !== run.startedAt ||
                  now.paused !== run.paused)
                ? { ...run, status: now.status, paused: now.paused, startedAt: now.startedAt, endedAt: now.endedAt }
                : run;
            }),
          })),
        },
    );
    // A run that has just begun has no note.
    const unknown = !filter.note && [...news.values()].some((run) => !filter.workflowId || run.workflowId === filter.workflowId);
    if (!unknown || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void cache.invalidateQueries({ queryKey: options.queryKey });
    }, pauseMs);
  });
  return { ...query, feed };
}
