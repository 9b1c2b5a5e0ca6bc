'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import type { Consent } from '#components/run-view/acts/consent-list.tsx';
import { withRequestKey } from '#components/data/with-request-key.ts';
import { toast } from '#components/ui/toast.ts';
import { askedTasks, clearPlan } from './clear-plan.ts';
import type { RunClear } from './run-clear.ts';

/**
 * Clearing in many runs: what it changes (asked of the engine whenever the request changes; null: not yet), which runs are
 * taken in, the answers, and the doing: run by run, each whole or not at all, until it is done or stopped.
 */
export function useClearRuns(request: RunClear | null, onDone: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [answers, setAnswers] = useState<ReadonlyMap<string, Consent>>(new Map());
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const stopped = useRef(false);
  const { mutate, reset, data, error } = useMutation(trpc.runs.previewClear.mutationOptions());
  const key = JSON.stringify(request);
  const asked = useRef('');
  useEffect(() => {
    if (asked.current === key) return;
    asked.current = key;
    reset();
    setAnswers(new Map());
    if (key !== 'null') mutate(JSON.parse(key) as RunClear);
  }, [key, mutate, reset]);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const previews = useMemo(() => data?.previews ?? [], [data]);
  const chosen = useMemo(() => new Set(previews.map(({ runId }) => runId).filter((id) => !left.has(id))), [previews, left]);
  const questions = useMemo(() => askedTasks(previews, chosen), [previews, chosen]);
  const plan = useMemo(
    () => (request ? clearPlan(request, previews, chosen, answers) : []),
    [request, previews, chosen, answers],
  );
  const clear = async () => {
    stopped.current = false;
    const refused: string[] = [];
    let done = 0;
    for (const { input, number } of plan) {
      if (stopped.current) break;
      setProgress({ done, of: plan.length });
      const sent = withRequestKey({ clear: input }, (idempotencyKey) => client.runs.clear.mutate({ ...input, idempotencyKey }));
      await sent.catch((reason: Error) => refused.push(`Run ${number}: ${reason.message}`));
      done++;
    }
    setProgress(null);
    void cache.invalidateQueries({ queryKey: trpc.runs.pathKey() });
    const cleared = done - refused.length;
    const runs = `${cleared} ${cleared === 1 ? 'run' : 'runs'}`;
    const rest = plan.length - done;
    if (refused.length > 0)
      toast({ level: 'error', title: `${refused.length} of ${plan.length} runs stay as they are.`, body: refused[0] ?? '' });
    else if (rest > 0) toast({ title: `Stopped: cleared in ${runs}, ${rest} not.` });
    else toast({ title: `Cleared in ${runs}; ${cleared === 1 ? 'it goes' : 'they go'} on now.` });
    onDone();
  };
  return {
    previews,
    /** Runs beyond those that one act takes in. */
    beyond: data?.left ?? 0,
    reading: request !== null && !data && !error,
    error,
    chosen,
    choose: (runId: string, on: boolean) =>
      setLeft((before) => {
        const after = new Set(before);
        if (on) after.delete(runId);
        else after.add(runId);
        return after;
      }),
    questions,
    answers,
    answer: (task: string, answer: Consent) => setAnswers((before) => new Map(before).set(task, answer)),
    open: [...questions.keys()].filter((task) => !answers.has(task)).length,
    plan,
    count: plan.reduce((sum, { changes }) => sum + changes.length, 0),
    progress,
    clear,
    stop: () => {
      stopped.current = true;
    },
  };
}
export type ClearRuns = ReturnType<typeof useClearRuns>;
