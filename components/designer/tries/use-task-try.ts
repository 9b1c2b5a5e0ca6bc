import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';
import { isRunFinished } from '#domain/run/status.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { useRunFeed } from '#components/data/use-run-feed.ts';
import type { AppRouter } from '#server/api/root.ts';
import { useSession } from '../session/workflow-session.ts';

/** A try as the server gives it. */
export type LastTry = NonNullable<inferRouterOutputs<AppRouter>['tries']['last']>;

export interface TaskTry {
  last: LastTry | null;
  loading: boolean;
  running: boolean;
  /** It is being sent. */
  starting: boolean;
  /** Why it could not begin, or be read; a sentence. */
  fault: string | null;
  start(input: { given: Record<string, Json>; items?: Json[]; params?: JsonObject }): void;
  cancel(): void;
  pin(output: Json): Promise<void>;
  unpin(): Promise<void>;
}

/** The last try of a task, live while it runs, and what can be done with it. The draft is saved before it is tried. */
export function useTaskTry(task: string): TaskTry {
  const { id, saver } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const queries = useQueryClient();
  const query = useQuery(trpc.tries.last.queryOptions({ workflowId: id, task }));
  const [starting, setStarting] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const last = query.data ?? null;
  const running = last !== null && !isRunFinished(last.runStatus);
  const { refetch } = query;
  const newValues = () => queries.invalidateQueries({ queryKey: trpc.tries.values.pathKey() });
  useRunFeed(running ? last.runId : null, 0, () => void refetch());
  useEffect(() => {
    // Its output is what other tries take from now on.
    if (last !== null && !running) void queries.invalidateQueries({ queryKey: trpc.tries.values.pathKey() });
  }, [last, running, queries, trpc]);
  const during = async (act: () => Promise<unknown>): Promise<void> => {
    setFault(null);
    try {
      await act();
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return {
    last,
    loading: query.isPending,
    running,
    starting,
    fault: fault ?? query.error?.message ?? null,
    start({ given, items, params }) {
      setStarting(true);
      void during(async () => {
        const revision = await saver.flush();
        await api.tries.start.mutate({
          workflowId: id,
          task,
          revision,
          given,
          ...(items === undefined ? {} : { items }),
          ...(params === undefined ? {} : { params }),
        });
        await refetch();
      }).finally(() => setStarting(false));
    },
    cancel() {
      if (last !== null) void during(() => api.runs.cancel.mutate({ runId: last.runId }).then(() => refetch()));
    },
    // The draft is saved first: the pin is of the task as it stands here.
    pin: (output) =>
      during(() =>
        saver
          .flush()
          .then(() => api.tries.pin.mutate({ workflowId: id, task, output }))
          .then(newValues),
      ),
    unpin: () => during(() => api.tries.unpin.mutate({ workflowId: id, task }).then(newValues)),
  };
}
