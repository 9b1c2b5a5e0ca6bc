'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';

/** How many runs are under way, as the list of workflows knows it. */
export function useRunningCount(): number {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  return list.data?.reduce((sum, workflow) => sum + workflow.running.length, 0) ?? 0;
}
