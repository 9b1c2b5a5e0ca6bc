'use client';
import { useCallback } from 'react';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import type { TaskRunView } from '#domain/run/read.ts';
import { isFinished } from '#domain/run/status.ts';
import { unmet } from '#domain/run/unmet.ts';
import { AskedHere } from '#components/approvals/asked-here.tsx';
import { useZone } from '#components/ui/zone.tsx';
import { upstreamWords } from '../forecast/upstream-words.ts';
import type { LogSettings } from '../log/use-log-settings.ts';
import { Relatives } from '../relatives.tsx';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment } from '../store/run-store.ts';
import { useWhyWaiting } from '../use-why-waiting.ts';
import type { AttemptItem } from './attempt-item.ts';
import { FailureNote } from './failure-note.tsx';
import { localTimes } from './local-times.ts';
import { LogTab } from './log-tab.tsx';
import { mergeReasons } from './merge-reasons.ts';
import { namedTasks } from './named-tasks.ts';
import { TaskDocNote } from './task-doc-note.tsx';
import type { Attempts } from './use-attempts.ts';
import { WhyWaiting } from './why-waiting.tsx';

/** One task run in words and log: what it asks or waits for, why it failed and what to do then, its attempts. */
export function TaskLog(props: {
  runId: string;
  model: RunModel;
  moment: RunMoment;
  /** The task run: of a mapped task the chosen copy. */
  view: TaskRunView;
  attempts: Attempts;
  chosen: AttemptItem | null;
  forecast: Forecast | null;
  now: number;
  logs: LogSettings;
  /** Line of the log that is linked, from 1. */
  line: number | null;
  /** Null: the newest, also when later ones come. */
  onAttempt: (attempt: number | null) => void;
  onLine: (attempt: number, line: number) => void;
  onTask: (task: string) => void;
}) {
  const { runId, model, moment, view, attempts, chosen, onLine: onAttemptLine } = props;
  const onLine = useCallback((a: AttemptItem, line: number) => onAttemptLine(a.attempt, line), [onAttemptLine]);
  const zone = useZone();
  const waits = !isFinished(view.status) && view.status !== 'running' && moment.live && moment.state.run.endedAt === null;
  const told = useWhyWaiting(runId, view.task, view.index, waits);
  const task = model.tasks.get(view.task);
  if (!task) return null;
  const upstream = (model.upstream.get(view.task) ?? []).flatMap((id) => moment.tasks.get(id) ?? []);
  // The delay of a retry stands over the list as a clock; what works waits for nothing.
  const conditions = mergeReasons(unmet(model.plan, moment.state, view.task, view.index), told)
    .filter(({ code }) => code !== 'retry.delay' && code !== 'attempt.running')
    .map(({ message }) => localTimes(namedTasks(message, model), zone, props.now));
  // What it waits for, and how long that will be.
  const expected = view.status === 'none' ? upstreamWords(upstream, props.forecast, props.now, model.title) : [];
  const cause =
    view.status === 'upstream_failed' ? upstream.find((u) => u.status === 'failed' || u.status === 'upstream_failed') : undefined;
  return (
    <>
      {task.operator === 'approval@1' && view.attempt > 0 ? (
        <AskedHere runId={runId} task={view.task} index={view.index} attempt={view.attempt} stamp={attempts.stamp} />
      ) : null}
      {task.operator === 'sub-workflow@1' && view.attempt > 0 ? <Relatives runId={runId} task={view.task} /> : null}
      <WhyWaiting view={view} now={props.now} unmet={[...conditions, ...expected]} />
      <FailureNote
        view={view}
        message={(view.status === 'failed' ? (chosen?.error ?? view.reason) : view.reason) ?? null}
        cause={cause ? { title: model.title(cause.task), onOpen: () => props.onTask(cause.task) } : null}
      />
      <TaskDocNote key={view.task} doc={task.doc} failed={view.status === 'failed' || view.status === 'up_for_retry'} />
      <LogTab
        runId={runId}
        view={view}
        attempts={attempts.attempts}
        chosen={chosen}
        loading={attempts.loading}
        onChoose={(attempt) => props.onAttempt(attempt === attempts.attempts.at(-1) ? null : attempt.attempt)}
        settings={props.logs}
        line={props.line}
        onLine={onLine}
        now={props.now}
      />
    </>
  );
}
