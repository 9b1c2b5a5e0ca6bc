'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';

/** How often the count beside the section is looked at where no page follows the runs. */
const freshMs = 15_000;

/** How many approvals wait for the person who looks. */
export function useWaitingApprovals(): number {
  const count = useQuery(useTRPC().approvals.count.queryOptions(undefined, { refetchInterval: freshMs }));
  return count.data?.mine ?? 0;
}
