'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import { isFinished } from '#domain/run/status.ts';
import { unmet } from '#domain/run/unmet.ts';
import { AskedHere } from '#components/approvals/asked-here.tsx';
import { useTRPC } from '#components/data/trpc.ts';
import { Notes } from '#components/notes/notes.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useZone } from '#components/ui/zone.tsx';
import type { ClearStart } from '../acts/clear-start.ts';
import type { LogSettings } from '../log/use-log-settings.ts';
import type { EventNames } from '../store/event-words.ts';
import { Relatives } from '../relatives.tsx';
import { eventTasks } from '../store/event-tasks.ts';
import type { RunData } from '../store/history-of.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { useWhyWaiting } from '../use-why-waiting.ts';
import type { AttemptItem } from './attempt-item.ts';
import { ConfigTab } from './config-tab.tsx';
import { CopiesBar } from './copies-bar.tsx';
import { EventsTab } from './events-tab.tsx';
import { upstreamWords } from '../forecast/upstream-words.ts';
import { FailureNote } from './failure-note.tsx';
import { InputTab } from './input-tab.tsx';
import { localTimes } from './local-times.ts';
import { LogTab } from './log-tab.tsx';
import { mergeReasons } from './merge-reasons.ts';
import { namedTasks } from './named-tasks.ts';
import { OutputTab } from './output-tab.tsx';
import { TaskDocNote } from './task-doc-note.tsx';
import { TaskHead } from './task-head.tsx';
import { WhyWaiting } from './why-waiting.tsx';

export const panelTabs = ['log', 'input', 'output', 'config', 'notes', 'events'] as const;
export type PanelTab = (typeof panelTabs)[number];

export interface TaskPanelProps {
  run: RunData['run'];
  model: RunModel;
  store: RunStore;
  moment: RunMoment;
  summary: TaskSummary;
  /** Map index that is looked at, of a mapped task. */
  index: number | undefined;
  /** Attempt that is looked at; null: the newest. */
  attempt: number | null;
  /** Line of the log that is linked, from 1. */
  line: number | null;
  tab: PanelTab;
  catalog: readonly Manifest[];
  forecast: Forecast | null;
  now: number;
  names: EventNames;
  logs: LogSettings;
  onIndex: (index: number) => void;
  onAttempt: (attempt: number | null) => void;
  onLine: (attempt: number, line: number) => void;
  onTab: (tab: PanelTab) => void;
  onTask: (task: string | null) => void;
  onClear: (as: ClearStart['as']) => void;
  onRunAlone: () => void;
  onMark: () => void;
  onCopyLink: () => void;
}

/** Everything about one task of the run: why it waits or failed, attempts with their logs, what came in and out, events. */
export function TaskPanel(props: TaskPanelProps) {
  const { run, model, moment, summary, store } = props;
  const task = model.tasks.get(summary.task);
  const view = summary.copies?.find((copy) => copy.index === props.index) ?? summary.view;
  const mayWrite = usePerson().role !== 'viewer';
  const trpc = useTRPC();
  const attempts = useQuery(
    trpc.runs.attempts.queryOptions(
      { runId: run.id, task: summary.task, ...(view.index === undefined ? {} : { index: view.index }) },
      { placeholderData: keepPreviousData, staleTime: 0 },
    ),
  );
  // The attempt rows change with the events of this task, and with nothing else.
  const { refetch } = attempts;
  const stamp = `${view.status}/${view.attempt}/${view.startedAt}/${view.endedAt}`;
  useEffect(() => void refetch(), [stamp, refetch]);

  // Of an older moment only the attempts that were there then.
  const mine = (attempts.data ?? []).filter(
    (a) => a.task === summary.task && a.mapIndex === (view.index ?? -1) && (moment.at === null || a.queuedAt <= moment.at),
  );
  const chosen = (props.attempt === null ? undefined : mine.find((a) => a.attempt === props.attempt)) ?? mine.at(-1) ?? null;
  const events = useMemo(
    () =>
      moment.history.events.filter(
        ({ event }) =>
          eventTasks(event).includes(summary.task) &&
          (view.index === undefined || !('index' in event) || event.index === view.index),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list grows in place; its length says whether it did
    [moment.history, moment.history.events.length, summary.task, view.index],
  );
  const { onLine: onAttemptLine } = props;
  const onLine = useCallback((a: AttemptItem, line: number) => onAttemptLine(a.attempt, line), [onAttemptLine]);
  const zone = useZone();
  const waits = !isFinished(view.status) && view.status !== 'running' && moment.live && moment.state.run.endedAt === null;
  const told = useWhyWaiting(run.id, summary.task, view.index, waits);
  if (!task) return null;
  const groupName = task.group && (model.workflow.groups?.find(({ id }) => id === task.group)?.name ?? task.group);
  const upstream = (model.upstream.get(summary.task) ?? []).flatMap((id) => moment.tasks.get(id) ?? []);
  // The delay of a retry stands over the list as a clock; what works waits for nothing.
  const conditions = mergeReasons(unmet(model.plan, moment.state, summary.task, view.index), told)
    .filter(({ code }) => code !== 'retry.delay' && code !== 'attempt.running')
    .map(({ message }) => localTimes(namedTasks(message, model), zone, props.now));
  // What it waits for, and how long that will be.
  const expected = view.status === 'none' ? upstreamWords(upstream, props.forecast, props.now, model.title) : [];
  const cause =
    view.status === 'upstream_failed' ? upstream.find((u) => u.status === 'failed' || u.status === 'upstream_failed') : undefined;
  return (
    <aside aria-label={model.title(summary.task)} className="flex min-h-0 flex-1 flex-col bg-surface">
      <TaskHead
        task={task}
        title={model.title(summary.task)}
        manifest={props.catalog.find((m) => `${m.type}@${m.version}` === task.operator)}
        view={view}
        group={groupName}
        onClear={props.onClear}
        onRunAlone={props.onRunAlone}
        onMark={props.onMark}
        onClose={() => props.onTask(null)}
        onCopyLink={props.onCopyLink}
      />
      {summary.copies ? <CopiesBar copies={summary.copies} chosen={view.index} onChoose={props.onIndex} /> : null}
      <Tabs
        label="Task run"
        className="min-h-0 flex-1"
        value={props.tab}
        onChange={props.onTab}
        items={[
          {
            value: 'log',
            label: 'Log',
            panel: (
              <>
                {task.operator === 'approval@1' && view.attempt > 0 ? (
                  <AskedHere runId={run.id} task={summary.task} index={view.index} attempt={view.attempt} stamp={stamp} />
                ) : null}
                {task.operator === 'sub-workflow@1' && view.attempt > 0 ? <Relatives runId={run.id} task={summary.task} /> : null}
                <WhyWaiting view={view} now={props.now} unmet={[...conditions, ...expected]} />
                <FailureNote
                  view={view}
                  message={(view.status === 'failed' ? (chosen?.error ?? view.reason) : view.reason) ?? null}
                  cause={cause ? { title: model.title(cause.task), onOpen: () => props.onTask(cause.task) } : null}
                />
                <TaskDocNote
                  key={summary.task}
                  doc={task.doc}
                  failed={view.status === 'failed' || view.status === 'up_for_retry'}
                />
                <LogTab
                  runId={run.id}
                  view={view}
                  attempts={mine}
                  chosen={chosen}
                  loading={attempts.isPending || (attempts.isFetching && mine.length === 0)}
                  onChoose={(attempt) => props.onAttempt(attempt === mine.at(-1) ? null : attempt.attempt)}
                  settings={props.logs}
                  line={props.line}
                  onLine={onLine}
                  now={props.now}
                />
              </>
            ),
          },
          {
            value: 'input',
            label: 'Input',
            panel: (
              <InputTab runId={run.id} workflow={model.workflow} task={summary.task} params={run.params} title={model.title} />
            ),
          },
          { value: 'output', label: 'Output', panel: <OutputTab attempt={chosen} /> },
          { value: 'config', label: 'Rendered config', panel: <ConfigTab attempt={chosen} /> },
          {
            value: 'notes',
            label: 'Notes',
            panel: (
              <Notes
                key={`${summary.task}#${view.index ?? ''}`}
                runId={run.id}
                task={summary.task}
                index={view.index}
                title={model.title}
                mayWrite={mayWrite}
              />
            ),
          },
          {
            value: 'events',
            label: 'Events',
            count: events.length,
            panel: <EventsTab events={events} seq={moment.seq} live={moment.live} names={props.names} onGoTo={store.goToEvent} />,
          },
        ]}
      />
    </aside>
  );
}
