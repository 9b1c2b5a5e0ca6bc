'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';

/** How often the count beside the section is looked at. */
const freshMs = 15_000;

/** How many alerts could not be sent. */
export function useFailedAlerts(): number {
  return useQuery(useTRPC().alerts.count.queryOptions(undefined, { refetchInterval: freshMs })).data?.failed ?? 0;
}
