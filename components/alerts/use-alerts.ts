'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import type { AlertItem } from './alert-item.ts';

/** Tries follow each other by themselves; asked for again so often while the page is looked at. */
const freshMs = 3_000;

/** Alerts, newest first, page by page. */
export function useAlerts(filter: { status: AlertItem['status'][]; workflowId: string }) {
  const input = {
    limit: 50,
    ...(filter.status.length > 0 ? { status: filter.status } : {}),
    ...(filter.workflowId ? { workflowId: filter.workflowId } : {}),
  };
  return useInfiniteQuery(
    useTRPC().alerts.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: freshMs,
    }),
  );
}
