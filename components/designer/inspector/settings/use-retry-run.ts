import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Retry, Task } from '#domain/definition/schema/workflow.ts';
import { retryDelayMs } from '#domain/run/retry.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { useDesigner } from '../../session/use-designer.ts';
import { useSession } from '../../session/workflow-session.ts';

/** A run, and how long it itself waits before attempts 2, 3 … of one task. */
export interface RetryRun {
  number: number;
  /** Seconds; `count` of them. */
  delaysSec: (retry: Retry, count: number) => number[];
}

/** The last run with its own delays: jitter hangs on the run, and comes out the same here as in the engine. Null before the first run, and for a mapped task, each copy of which has its own. */
export function useRetryRun(task: Task): RetryRun | null {
  const { id } = useSession();
  const groups = useDesigner((s) => s.workflow.groups);
  const runs = useQuery(useTRPC().runs.list.queryOptions({ workflowId: id, limit: 1 }));
  const run = runs.data?.runs[0];
  const mapped = task.map !== undefined || groups?.some((group) => group.map !== undefined) === true;
  return useMemo(
    () =>
      run === undefined || mapped
        ? null
        : {
            number: run.number,
            delaysSec: (retry, count) =>
              Array.from({ length: count }, (_, i) => {
                const identity = `${id}#${task.id}#${run.logicalTime}#${i + 1}`;
                return retryDelayMs(retry, i + 1, identity) / 1000;
              }),
          },
    [run, mapped, id, task.id],
  );
}
