import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '#components/data/trpc.ts';
import type { AppRouter } from '#server/api/root.ts';
import { useSession } from '../session/workflow-session.ts';

/** What a task last gave, and where that is from. */
export type TryValue = inferRouterOutputs<AppRouter>['tries']['values'][number];

/** By task what a try would take: pinned, of the last run, or of the last try. Null while it is read. */
export function useTryValues(): ReadonlyMap<string, TryValue> | null {
  const { id } = useSession();
  const values = useQuery(useTRPC().tries.values.queryOptions({ workflowId: id }));
  return useMemo(
    () => (values.data === undefined ? null : new Map(values.data.map((value) => [value.task, value]))),
    [values.data],
  );
}
