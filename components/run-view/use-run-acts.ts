'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { withRequestKey } from '#components/data/with-request-key.ts';
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
  const client = useTRPCClient();
  const cancel = useMutation({
    mutationFn: () => withRequestKey({ cancel: runId }, (idempotencyKey) => client.runs.cancel.mutate({ runId, idempotencyKey })),
    onError: failed('The run goes on.'),
    onSuccess: () => toast({ title: 'Cancelled. What works is ended; teardowns that are due still run.' }),
  });
  const create = useMutation({
    mutationFn: (input: { workflowId: string; params: JsonObject; draft: boolean }) =>
      withRequestKey(input, (idempotencyKey) => client.runs.create.mutate({ ...input, idempotencyKey })),
    onError: failed('It did not start.'),
  });
  const clear = useMutation({
    mutationFn: (input: Parameters<RunActs['clear']>[0]) =>
      withRequestKey({ clear: runId, ...input }, (idempotencyKey) =>
        client.runs.clear.mutate({ runId, ...input, idempotencyKey }),
      ),
    onError: failed('Nothing was cleared.'),
  });
  const force = useMutation({
    mutationFn: (input: Parameters<RunActs['force']>[0]) =>
      withRequestKey({ force: runId, ...input }, (idempotencyKey) =>
        client.runs.force.mutate({ runId, ...input, idempotencyKey }),
      ),
    onError: failed('It did not run.'),
  });
  const mark = useMutation({
    mutationFn: (input: Parameters<RunActs['mark']>[0]) =>
      withRequestKey({ mark: runId, ...input }, (idempotencyKey) => client.runs.mark.mutate({ runId, ...input, idempotencyKey })),
    onError: failed('Nothing was marked.'),
  });
  const busy = pause.isPending || cancel.isPending || create.isPending || clear.isPending || force.isPending || mark.isPending;
  const { version, workflowId, params: own } = run;
  const [doPause, doCancel, doCreate] = [pause.mutate, cancel.mutate, create.mutate];
  const [doClear, doForce, doMark] = [clear.mutate, force.mutate, mark.mutate];
  // The same object while it would do the same: whoever shows a button of it is not made anew with each event.
  return useMemo(
    () => ({
      busy,
      pause: (paused) => doPause({ runId, paused }),
      cancel: () => doCancel(),
      again: (params = own) =>
        doCreate(
          { workflowId, params, draft: version === 0 },
          { onSuccess: (made) => router.push(`/runs/${encodeURIComponent(made.runId)}`) },
        ),
      clear: (input, done) => doClear(input, { onSuccess: done }),
      force: (input, done) => doForce(input, { onSuccess: done }),
      mark: (input, done) => doMark(input, { onSuccess: done }),
    }),
    [busy, runId, version, workflowId, own, router, doPause, doCancel, doCreate, doClear, doForce, doMark],
  );
}
