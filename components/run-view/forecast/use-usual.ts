'use client';
import { useQuery } from '@tanstack/react-query';
import { noHistory, type UsualDurations } from '#domain/forecast/usual.ts';
import { useTRPC } from '#components/data/trpc.ts';

/** How long runs and tasks of a workflow usually take; no history until that is known. */
export const useUsual = (workflowId: string): UsualDurations =>
  useQuery(useTRPC().runs.usual.queryOptions({ workflowId }, { staleTime: 5_000 })).data ?? noHistory;
