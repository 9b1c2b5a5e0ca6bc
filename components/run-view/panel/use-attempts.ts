'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TaskRunView } from '#domain/run/read.ts';
import { useTRPC } from '#components/data/trpc.ts';
import type { AttemptItem } from './attempt-item.ts';

/** Attempts of one task run, oldest first. */
export interface Attempts {
  attempts: AttemptItem[];
  /** They have not been read yet. */
  loading: boolean;
  /** Changes with what the task run is at: whoever reads more of it reads it anew. */
  stamp: string;
}

/** Attempts of a task run, read anew when its events say so. `at`: only those that were there at that instant, ms; null: all. */
export function useAttempts(runId: string, view: TaskRunView, at: number | null): Attempts {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.runs.attempts.queryOptions(
      { runId, task: view.task, ...(view.index === undefined ? {} : { index: view.index }) },
      { placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  // The attempt rows change with the events of this task, and with nothing else.
  const { refetch } = query;
  const stamp = `${view.status}/${view.attempt}/${view.startedAt}/${view.endedAt}`;
  useEffect(() => void refetch(), [stamp, refetch]);
  const attempts = (query.data ?? []).filter(
    (a) => a.task === view.task && a.mapIndex === (view.index ?? -1) && (at === null || a.queuedAt <= at),
  );
  return { attempts, loading: query.isPending || (query.isFetching && attempts.length === 0), stamp };
}
