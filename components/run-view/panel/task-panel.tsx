'use client';
import { memo, useMemo } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Forecast } from '#domain/forecast/forecast-run.ts';
import { Notes } from '#components/notes/notes.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { NeighbourChips, type Neighbour } from '#components/ui/neighbour-chips.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { ClearStart } from '../acts/clear-start.ts';
import type { LogSettings } from '../log/use-log-settings.ts';
import type { EventNames } from '../store/event-words.ts';
import { eventTasks } from '../store/event-tasks.ts';
import type { RunData } from '../store/history-of.ts';
import type { RunModel } from '../store/run-model.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { ConfigTab } from './config-tab.tsx';
import { CopiesBar } from './copies-bar.tsx';
import { EventsTab } from './events-tab.tsx';
import { InputTab } from './input-tab.tsx';
import { OutputTab } from './output-tab.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskLog } from './task-log.tsx';
import { useAttempts } from './use-attempts.ts';

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
export const TaskPanel = memo(function TaskPanel(props: TaskPanelProps) {
  const { run, model, moment, summary, store } = props;
  const task = model.tasks.get(summary.task);
  const view = summary.copies?.find((copy) => copy.index === props.index) ?? summary.view;
  const mayWrite = usePerson().role !== 'viewer';
  const attempts = useAttempts(run.id, view, moment.at);
  const chosen =
    (props.attempt === null ? undefined : attempts.attempts.find((a) => a.attempt === props.attempt)) ??
    attempts.attempts.at(-1) ??
    null;
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
  if (!task) return null;
  const groupName = task.group && (model.workflow.groups?.find(({ id }) => id === task.group)?.name ?? task.group);
  const neighbours = (ids: readonly string[] | undefined): Neighbour[] =>
    (ids ?? []).map((id) => ({ id, title: model.title(id), status: moment.tasks.get(id)?.status ?? null }));
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
      <NeighbourChips
        className="px-4 pb-2"
        upstream={neighbours(model.upstream.get(summary.task))}
        downstream={neighbours(model.downstream.get(summary.task))}
        onGo={props.onTask}
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
              <TaskLog
                runId={run.id}
                model={model}
                moment={moment}
                view={view}
                attempts={attempts}
                chosen={chosen}
                forecast={props.forecast}
                now={props.now}
                logs={props.logs}
                line={props.line}
                onAttempt={props.onAttempt}
                onLine={props.onLine}
                onTask={props.onTask}
              />
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
});
