'use client';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useRunsFeed } from '#components/data/use-runs-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';
import type { ApprovalItem } from './approval-item.ts';

/** A change of any run may ask somebody something; the list is read again at most this often. */
const pauseMs = 500;

/** What people are asked, newest first, page by page; read again when runs change. */
export function useApprovals(filter: { status: ApprovalItem['status'][]; workflowId: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const input = {
    limit: 50,
    ...(filter.status.length > 0 ? { status: filter.status } : {}),
    ...(filter.workflowId ? { workflowId: filter.workflowId } : {}),
  };
  const query = useInfiniteQuery(
    trpc.approvals.list.infiniteQueryOptions(input, { getNextPageParam: (page) => page.nextCursor }),
  );
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  useRunsFeed(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void cache.invalidateQueries({ queryKey: trpc.approvals.pathKey() });
    }, pauseMs);
  });
  return query;
}
