'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useRunFeed } from '#components/data/use-run-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { historyOf, snapshotFits, type RunData } from './history-of.ts';
import { runModel, type RunModel } from './run-model.ts';
import { RunStore } from './run-store.ts';

export type RunLoad =
  | { status: 'loading' }
  | { status: 'error'; message: string; retry: () => void }
  | { status: 'ready'; data: RunData; model: RunModel; store: RunStore };

/**
 * A run, live: first its snapshot with what came after it, then event by event; in the background everything from the
 * beginning, for the time line and for going back.
 */
export function useRun(runId: string): RunLoad {
  const trpc = useTRPC();
  const still = { staleTime: Infinity, gcTime: 0, refetchOnReconnect: false, refetchOnWindowFocus: false } as const;
  const first = useQuery(trpc.runs.get.queryOptions({ runId }, still));
  const fits = first.data ? snapshotFits(first.data) : true;
  const wantsAll = first.data !== undefined && first.data.state !== null;
  const whole = useQuery(trpc.runs.get.queryOptions({ runId, whole: true }, { ...still, enabled: wantsAll }));
  const begin = fits ? first.data : whole.data;

  const model = useMemo(() => (first.data ? runModel(first.data) : undefined), [first.data?.run.id]); // eslint-disable-line react-hooks/exhaustive-deps
  const [store, setStore] = useState<RunStore | null>(null);
  const { refetch } = first;
  const taken = useRef<RunData | null>(null);
  useEffect(() => {
    if (!begin || !model || taken.current === begin) return;
    taken.current = begin;
    const history = historyOf(model.plan, begin);
    if (!store) setStore(new RunStore(history, () => void refetch()));
    else if (history.seq >= store.get().history.seq) store.replace(history);
  }, [begin, model, store, refetch]);
  useEffect(() => {
    if (!whole.data || !model || !store) return;
    const all = historyOf(model.plan, whole.data);
    const known = store.get().history;
    all.append(known.events.filter(({ seq }) => seq > all.seq));
    if (all.seq >= known.seq) store.replace(all);
  }, [whole.data, model, store]);
  useRunFeed(store ? runId : null, begin?.seq ?? 0, (events) => store?.push(events), first.dataUpdatedAt);

  if (first.isError || whole.isError)
    return {
      status: 'error',
      message: (first.error ?? whole.error)?.message ?? '',
      retry: () => void (first.isError ? first : whole).refetch(),
    };
  if (model === null)
    return {
      status: 'error',
      message: 'What it runs is written in a newer format than this page knows. Load the page again.',
      retry: () => location.reload(),
    };
  if (!begin || !model || !store) return { status: 'loading' };
  return { status: 'ready', data: begin, model, store };
}
