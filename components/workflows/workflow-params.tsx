'use client';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import type { WorkflowParamsProps } from '#components/forms/workflow-params-slot.ts';

/** Asks for the params of a workflow's newest version. */
export function WorkflowParams({ workflow, children }: WorkflowParamsProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.workflows.list.queryOptions());
  const found = list.data?.find(({ id }) => id === workflow);
  const version = found?.version ?? null;
  const params = useQuery(
    // A version never changes.
    trpc.versions.params.queryOptions(version === null ? skipToken : { workflowId: workflow, version }, { staleTime: Infinity }),
  );
  if (list.data ? version === null : list.isError) return children(null);
  return children(params.isError ? null : params.data?.params);
}
