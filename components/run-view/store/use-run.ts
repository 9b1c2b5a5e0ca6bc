'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PlanOf } from '#domain/run/plan.ts';
import { useRunFeed } from '#components/data/use-run-feed.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { historyOf, snapshotFits, type RunData } from './history-of.ts';
import { runModel, type RunModel } from './run-model.ts';
import { RunStore } from './run-store.ts';

export type RunLoad =
  | { status: 'loading' }
  | { status: 'error'; message: string; retry: () => void }
  | {
      status: 'ready';
      data: RunData;
      /** Of the version that the run was on at the moment that is looked at, and its number. */
      model: RunModel;
      version: number;
      /** Of the version that it is on now. */
      newest: RunModel;
      store: RunStore;
    };

interface VersionModel {
  version: number;
  model: RunModel;
}

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

  const models = useModels(first.data, whole.data);
  const [store, setStore] = useState<RunStore | null>(null);
  const { refetch } = first;
  const again = whole.refetch;
  const taken = useRef<RunData | null>(null);
  useEffect(() => {
    if (!begin || !models || taken.current === begin) return;
    taken.current = begin;
    const history = historyOf(models.planOf, begin);
    const gap = () => {
      void refetch();
      if (begin.state !== null) void again();
    };
    if (!store) setStore(new RunStore(history, gap));
    else if (history.seq >= store.get().history.seq) store.replace(history);
  }, [begin, models, store, refetch, again]);
  useEffect(() => {
    if (!whole.data || !models || !store) return;
    const known = store.get().history;
    const all = historyOf(models.planOf, whole.data);
    all.append(known.events.filter(({ seq }) => seq > all.seq));
    if (all.seq >= known.seq) store.replace(all);
  }, [whole.data, models, store]);
  useRunFeed(store ? runId : null, begin?.seq ?? 0, (events) => store?.push(events), first.dataUpdatedAt);

  const plan = useSyncExternalStore(
    store?.subscribe ?? nobody,
    () => store?.get().plan ?? null,
    () => null,
  );

  if (first.isError || whole.isError)
    return {
      status: 'error',
      message: (first.error ?? whole.error)?.message ?? '',
      retry: () => void (first.isError ? first : whole).refetch(),
    };
  if (models === null)
    return {
      status: 'error',
      message: 'What it runs is written in a newer format than this page knows. Load the page again.',
      retry: () => location.reload(),
    };
  const shown = models?.list.find(({ model }) => model.plan === plan);
  const newest = models?.list.find(({ model }) => model.plan === store?.get().history.plan);
  if (!begin || !shown || !newest || !store) return { status: 'loading' };
  return { status: 'ready', data: begin, model: shown.model, version: shown.version, newest: newest.model, store };
}

const nobody = () => () => undefined;

/** What the run runs in each version it was on, each read once; null when one of them cannot be. */
function useModels(...answers: (RunData | undefined)[]): { list: VersionModel[]; planOf: PlanOf } | null | undefined {
  const [known] = useState(() => new Map<string, RunModel | null>());
  const [first, whole] = answers;
  return useMemo(() => {
    if (!first) return undefined;
    const list: VersionModel[] = [];
    for (const data of [first, whole])
      for (const { version, definition } of data
        ? [{ version: data.run.version, definition: data.definition }, ...data.earlier]
        : []) {
        const key = `${first.run.id}@${version}`;
        let model = known.get(key);
        if (model === undefined) known.set(key, (model = runModel({ definition })));
        if (model === null) return null;
        if (!list.some((each) => each.version === version)) list.push({ version, model });
      }
    return { list, planOf: (version) => list.find((each) => each.version === version)?.model.plan };
  }, [first, whole, known]);
}
