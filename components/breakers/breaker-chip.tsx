'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '#components/data/trpc.ts';
import { BreakerState } from './breaker-state.tsx';

/** Beside the name of a workflow whose circuit is not closed: its schedule is held back, and where to see why. */
export function BreakerChip({ workflowId }: { workflowId: string }) {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  const breaker = list.data?.find(({ id }) => id === workflowId)?.breaker;
  if (!breaker) return null;
  return (
    <Link
      href="/breakers?state=open"
      title="What falls due is skipped. See why, and when it is tried again."
      className="flex h-6 items-center rounded-chip border border-line px-1.5 text-12 hover:bg-hover"
    >
      <BreakerState state={breaker.state} word={breaker.state === 'open' ? 'Circuit open' : 'Circuit on trial'} />
    </Link>
  );
}
