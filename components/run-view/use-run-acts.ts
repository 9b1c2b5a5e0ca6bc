'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { withRunKey } from '#components/data/with-run-key.ts';
import { toast } from '#components/ui/toast.ts';
import type { RunData } from './store/history-of.ts';

const failed = (title: string) => (error: { message: string }) => toast({ level: 'error', title, body: error.message });

interface Ref {
  task: string;
  index?: number;
}

export interface RunActs {
  pause: (paused: boolean) => void;
  cancel: () => void;
  /** Starts a new run, with the same params unless others are given. */
  again: (params?: JsonObject) => void;
  clear: (
    input: {
      tasks: Ref[];
      upstream: boolean;
      downstream: boolean;
      onlyFailed: boolean;
      /** Left as done. */
      spare: Ref[];
      /** Done again though it may not be repeatable. */
      consent: Ref[];
    },
    done: () => void,
  ) => void;
  /** Runs just these, whatever their upstream says. */
  force: (input: { tasks: Ref[]; consent: Ref[] }, done: () => void) => void;
  mark: (
    input: {
      task: string;
      index?: number;
      status: 'success' | 'failed' | 'skipped';
      upstream: boolean;
      downstream: boolean;
      consent: Ref[];
    },
    done: () => void,
  ) => void;
  busy: boolean;
}

/** What a person does to the run. The page itself changes nothing: the events come back with the feed. */
export function useRunActs(run: RunData['run']): RunActs {
  const trpc = useTRPC();
  const router = useRouter();
  const runId = run.id;
  const pause = useMutation(trpc.runs.pause.mutationOptions({ onError: failed('Nothing changed.') }));
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onError: failed('The run goes on.'),
      onSuccess: () => toast({ title: 'Cancelled. What works is ended; teardowns that are due still run.' }),
    }),
  );
  const client = useTRPCClient();
  const create = useMutation({
    mutationFn: (input: { workflowId: string; params: JsonObject; draft: boolean }) =>
      withRunKey(input, (idempotencyKey) => client.runs.create.mutate({ ...input, idempotencyKey })),
    onError: failed('It did not start.'),
  });
  const clear = useMutation(trpc.runs.clear.mutationOptions({ onError: failed('Nothing was cleared.') }));
  const force = useMutation(trpc.runs.force.mutationOptions({ onError: failed('It did not run.') }));
  const mark = useMutation(trpc.runs.mark.mutationOptions({ onError: failed('Nothing was marked.') }));
  return {
    busy: pause.isPending || cancel.isPending || create.isPending || clear.isPending || force.isPending || mark.isPending,
    pause: (paused) => pause.mutate({ runId, paused }),
    cancel: () => cancel.mutate({ runId }),
    again: (params = run.params) =>
      create.mutate(
        { workflowId: run.workflowId, params, draft: run.version === 0 },
        { onSuccess: (made) => router.push(`/runs/${encodeURIComponent(made.runId)}`) },
      ),
    clear: (input, done) => clear.mutate({ runId, ...input }, { onSuccess: done }),
    force: (input, done) => force.mutate({ runId, ...input }, { onSuccess: done }),
    mark: (input, done) => mark.mutate({ runId, ...input }, { onSuccess: done }),
  };
}
