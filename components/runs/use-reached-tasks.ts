'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import type { RunsAct } from './act-plan.ts';
import { reachWords } from './reach-words.ts';

/** What an act would do to the tasks of each of these runs, in words by run; asked once, of the engine that would do it. */
export function useReachedTasks(act: RunsAct, runIds: readonly string[]): ReadonlyMap<string, string> {
  const trpc = useTRPC();
  const cancel = useMutation(trpc.runs.previewCancel.mutationOptions());
  const pause = useMutation(trpc.runs.previewPause.mutationOptions());
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || runIds.length === 0) return;
    asked.current = true;
    if (act === 'cancel') cancel.mutate({ runs: [...runIds] });
    else pause.mutate({ runs: [...runIds], paused: act === 'pause' });
  }, [act, runIds, cancel, pause]);
  const previews = (act === 'cancel' ? cancel.data : pause.data)?.previews ?? [];
  return new Map(previews.map(({ runId, changes }) => [runId, reachWords(act, changes)]));
}
