import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '#components/data/trpc.ts';
import type { AppRouter } from '#server/api/root.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { isStale } from './stale-value.ts';
import { taskById } from './task-by-id.ts';

/** What a task last gave, where that is from, and whether the task was changed since. */
export type TryValue = inferRouterOutputs<AppRouter>['tries']['values'][number] & { stale: boolean };

/** By task what a try would take: pinned, of the last run, or of the last try. Null while it is read. */
export function useTryValues(): ReadonlyMap<string, TryValue> | null {
  const { id } = useSession();
  const { data } = useQuery(useTRPC().tries.values.queryOptions({ workflowId: id }));
  // In one text, so that typing in a task draws nothing anew but where it makes a value old.
  const stale = useDesigner((s) => {
    if (data === undefined || data.length === 0) return '';
    return data.flatMap(({ task, taskHash }) => (isStale(taskById(s.workflow, task), taskHash) ? [task] : [])).join(' ');
  });
  return useMemo(() => {
    if (data === undefined) return null;
    const old = new Set(stale.split(' '));
    return new Map(data.map((value) => [value.task, { ...value, stale: old.has(value.task) }]));
  }, [data, stale]);
}
