'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';

/** How many workflows have a circuit that is not closed, as the list of workflows knows it. */
export function useOpenBreakers(): number {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  return list.data?.filter(({ breaker }) => breaker !== null).length ?? 0;
}
