'use client';
import { useEffect, useMemo, useState } from 'react';
import { runView } from '#domain/run/read.ts';
import type { TaskRunStatus } from '#domain/run/status.ts';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { CancelDialog } from '#components/run-view/acts/cancel-dialog.tsx';
import { Gantt } from '#components/run-view/gantt/gantt.tsx';
import { useLiveStatus } from '#components/run-view/store/use-live-status.ts';
import { useMoment } from '#components/run-view/store/use-moment.ts';
import type { RunLoad } from '#components/run-view/store/use-run.ts';
import { useOutputCounts } from '#components/run-view/use-output-counts.ts';
import { useRunActs } from '#components/run-view/use-run-acts.ts';
import { useWaiting } from '#components/run-view/use-waiting.ts';
import { useShort } from '#components/shell/use-media.ts';
import { statusWord } from '#components/ui/status-word.ts';
import { useNow } from '#components/ui/use-now.ts';
import { useDock } from '../dock/use-dock.ts';
import { useChangesSince } from '../versions/use-changes-since.ts';
import { RunDockHead } from './run-dock-head.tsx';
import { RunDockTask } from './run-dock-task.tsx';
import { shownTask } from './shown-task.ts';
import { useRunEnded } from './use-run-ended.ts';

/** A run that is known: its head, when which task worked, and the log of one. On a phone its head alone, which leads to its page. */
export function OpenRun(props: {
  run: Extract<RunLoad, { status: 'ready' }>;
  selected: string | null;
  onGo: (task: string) => void;
  onLive: (live: LiveStatusStore | null) => void;
}) {
  const { data, model, store } = props.run;
  const { onLive, onGo } = props;
  const { run } = data;
  const moment = useMoment(store);
  const view = runView(model.plan, moment.state);
  const now = Math.max(useNow(1000), moment.history.at ?? 0);
  const phone = useShort();
  const picked = useDock((s) => s.picked);
  const pick = useDock((s) => s.pick);
  const show = useDock((s) => s.show);
  const acts = useRunActs(run);
  const [cancelling, setCancelling] = useState(false);
  const queued = (view.counts.queued ?? 0) + (view.counts.scheduled ?? 0) > 0;
  const counts = useOutputCounts(run.id, model.tasks.size, view.counts.success ?? 0);
  const live = useLiveStatus(store, model, useWaiting(run.id, queued), counts, true);
  useEffect(() => {
    onLive(live);
    return () => onLive(null);
  }, [live, onLive]);
  useRunEnded(view.endedAt !== null);
  const changes = useChangesSince(model.workflow)?.length ?? 0;
  const shown = shownTask(moment.tasks, picked, props.selected);
  const go = (task: string): void => {
    pick(task);
    onGo(task);
  };
  const tasks = useMemo(
    () => model.plan.tasks.flatMap(({ id }) => moment.tasks.get(id) ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the map is changed in place; the version says when
    [model, moment.version],
  );
  const toStatus = (status: TaskRunStatus): void => {
    const first = tasks.find((t) => t.status === status || t.copies?.some((copy) => copy.status === status));
    if (first !== undefined) go(first.task);
  };
  const page = `/runs/${encodeURIComponent(run.id)}`;
  return (
    <>
      <RunDockHead
        run={run}
        view={view}
        now={now}
        since={changes === 0 ? null : `${changes} ${changes === 1 ? 'change' : 'changes'} since`}
        href={picked === null || !moment.tasks.has(picked) ? page : `${page}?task=${encodeURIComponent(picked)}`}
        onStatus={toStatus}
        onCancel={() => setCancelling(true)}
        onClose={() => show('problems')}
      />
      {phone ? null : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(260px,2fr)_minmax(0,3fr)]">
          <Gantt
            store={store}
            moment={moment}
            tasks={tasks}
            title={model.title}
            selected={shown?.task ?? null}
            onSelect={go}
            now={now}
            startedAt={moment.history.begunAt ?? moment.history.state.run.startedAt ?? run.createdAt}
            endedAt={view.endedAt}
            expectedAt={null}
            rows={null}
            room={0.12}
            bar={false}
            className="border-t-0"
          />
          <div className="flex min-h-0 min-w-0 flex-col border-l border-line">
            {shown === null ? (
              <p className="px-3.5 py-2.5 text-12 text-ink-3">The log of the task that works shows here.</p>
            ) : (
              <RunDockTask key={shown.task} runId={run.id} model={model} moment={moment} summary={shown} now={now} onTask={go} />
            )}
          </div>
        </div>
      )}
      <p role="status" className="sr-only">
        Run {run.number} is {statusWord(view.status)}.
      </p>
      {cancelling ? <CancelDialog model={model} moment={moment} acts={acts} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}
