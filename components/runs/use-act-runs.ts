'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { withRequestKey } from '#components/data/with-request-key.ts';
import { toast } from '#components/ui/toast.ts';
import type { RunsAct } from './act-plan.ts';

const done: Record<RunsAct, (runs: string) => string> = {
  pause: (runs) => `${runs} paused. What works goes on; nothing new starts.`,
  resume: (runs) => `${runs} resumed.`,
  cancel: (runs) => `${runs} cancelled. Teardowns that are due still run.`,
};

/** Does an act to runs one after the other, says how far it is, and can be stopped between two of them. */
export function useActRuns(onDone: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const go = async (act: RunsAct, runs: readonly { id: string; number: number }[]) => {
    stopped.current = false;
    const refused: string[] = [];
    let count = 0;
    for (const { id: runId, number } of runs) {
      if (stopped.current) break;
      setProgress({ done: count, of: runs.length });
      const sent =
        act === 'cancel'
          ? withRequestKey({ cancel: runId }, (idempotencyKey) => client.runs.cancel.mutate({ runId, idempotencyKey }))
          : client.runs.pause.mutate({ runId, paused: act === 'pause' });
      await sent.catch((reason: Error) => refused.push(`Run ${number}: ${reason.message}`));
      count++;
    }
    setProgress(null);
    void cache.invalidateQueries({ queryKey: trpc.runs.pathKey() });
    const good = count - refused.length;
    if (refused.length > 0)
      toast({ level: 'error', title: `${refused.length} of ${runs.length} runs stay as they are.`, body: refused[0] ?? '' });
    else toast({ title: done[act](`${good} ${good === 1 ? 'run' : 'runs'}`) });
    onDone();
  };
  return {
    progress,
    go,
    stop: () => {
      stopped.current = true;
    },
  };
}
