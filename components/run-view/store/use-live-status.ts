'use client';
import { useEffect, useState } from 'react';
import { edgeKey } from '#components/canvas/geometry/edge-key.ts';
import {
  createLiveStatusStore,
  type EdgeLive,
  type LiveStatusStore,
  type TaskLive,
} from '#components/canvas/live/live-status-store.ts';
import { edgeState } from '#domain/run/read.ts';
import type { RunModel } from './run-model.ts';
import type { RunMoment, RunStore } from './run-store.ts';
import { taskLine } from './task-lines.ts';
import type { TaskSummary } from './task-summary.ts';

/** The run's store tells once a frame; waiting for the next one would show every status a frame late. */
const atOnce = (run: () => void): void => run();

/** Statuses whose second line counts seconds. */
const ticking = new Set(['running', 'up_for_retry', 'up_for_reschedule', 'deferred']);

function progress(summary: TaskSummary, now: number): number | undefined {
  const { view, copies, status } = summary;
  if (status === 'up_for_retry' && view.dueAt !== null && view.endedAt !== null && view.dueAt > view.endedAt)
    return Math.min(1, Math.max(0, (now - view.endedAt) / (view.dueAt - view.endedAt)));
  if (copies && copies.length > 1 && status === 'running') return copies.filter((c) => c.endedAt !== null).length / copies.length;
  return undefined;
}

/**
 * Carries the shown moment to the drawing: only boxes and threads that changed are told, and once a second those that count
 * time. `counts` are words that ride on threads, by the task they come from. `partial`: the drawing is not the run's own.
 */
export function useLiveStatus(
  store: RunStore,
  model: RunModel,
  waiting: ReadonlyMap<string, string[]>,
  counts: ReadonlyMap<string, string>,
  partial = false,
): LiveStatusStore {
  const [live] = useState(() => createLiveStatusStore(atOnce, partial));
  useEffect(() => {
    const taskLive = (summary: TaskSummary, moment: RunMoment, now: number): TaskLive => {
      const share = progress(summary, now);
      return {
        status: summary.status,
        reason: taskLine(model, moment.tasks, summary, now, waiting),
        ...(share === undefined ? {} : { progress: share }),
        ...(summary.copies ? { copies: summary.copies.length } : {}),
      };
    };
    const tell = (touched: Iterable<string>) => {
      const moment = store.get();
      const now = moment.at ?? Date.now();
      const tasks = new Map<string, TaskLive>();
      const edges: [string, EdgeLive][] = [];
      const put = (id: string) => {
        const summary = moment.tasks.get(id);
        if (summary) tasks.set(id, taskLive(summary, moment, now));
      };
      // What waits below counts its upstreams: it is told too, once.
      const said = new Set<string>();
      for (const id of touched) {
        said.add(id);
        for (const below of model.downstream.get(id) ?? []) said.add(below);
        // Said once, on the last thread that is taken: beside each other the same words would only be noise.
        let words = counts.get(id);
        for (const edge of (model.edgesFrom.get(id) ?? []).toReversed()) {
          const state = edgeState(model.plan, moment.state, edge);
          const count = state === 'taken' ? words : undefined;
          if (count !== undefined) words = undefined;
          edges.push([edgeKey(edge), count === undefined ? { state } : { state, count }]);
        }
      }
      for (const id of said) put(id);
      live.patch({ tasks, edges });
    };
    tell(model.tasks.keys());
    const leave = store.subscribe(() => tell(store.get().touched));
    const timer = setInterval(() => {
      const moment = store.get();
      if (!moment.live) return;
      const now = Date.now();
      const active = [...moment.tasks.values()].filter((s) => ticking.has(s.status));
      live.patch({ tasks: active.map((s) => [s.task, taskLive(s, moment, now)] as const) });
    }, 1000);
    return () => {
      leave();
      clearInterval(timer);
    };
  }, [store, model, live, waiting, counts]);
  return live;
}
