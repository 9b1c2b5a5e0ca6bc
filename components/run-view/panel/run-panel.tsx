'use client';
import { useState } from 'react';
import { Notes } from '#components/notes/notes.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { EventNames } from '../store/event-words.ts';
import type { RunData } from '../store/history-of.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { Relatives } from '../relatives.tsx';
import { TaskList } from '../task-list.tsx';
import { DataView } from './data-view.tsx';
import { EventsTab } from './events-tab.tsx';

/** The run as a whole, while no task is chosen: tasks, params, events. */
export function RunPanel(props: {
  run: RunData['run'];
  moment: RunMoment;
  store: RunStore;
  tasks: TaskSummary[];
  title: (task: string) => string;
  line: (summary: TaskSummary) => string | null;
  names: EventNames;
  onTask: (task: string) => void;
}) {
  const { run, moment } = props;
  const mayWrite = usePerson().role !== 'viewer';
  const [tab, setTab] = useState<'tasks' | 'params' | 'notes' | 'events'>('tasks');
  const { events } = moment.history;
  return (
    <aside aria-label="The whole run" className="flex min-h-0 flex-1 flex-col bg-surface">
      <div className="shrink-0 px-4 pt-2.5 pb-1.5">
        <h2 className="text-14 leading-[18px] font-strong">Run {run.number}</h2>
        <div className="text-11 leading-[14px] text-ink-3">Choose a task to see its log, input and output.</div>
      </div>
      {run.runType === 'child' ? <Relatives runId={run.id} /> : null}
      <Tabs
        label="Run"
        className="min-h-0 flex-1"
        value={tab}
        onChange={setTab}
        items={[
          {
            value: 'tasks',
            label: 'Tasks',
            count: props.tasks.length,
            panel: <TaskList tasks={props.tasks} title={props.title} line={props.line} selected={null} onSelect={props.onTask} />,
          },
          {
            value: 'params',
            label: 'Params',
            panel:
              Object.keys(run.params).length === 0 ? (
                <EmptyState title="This run has no params." className="py-10" />
              ) : (
                <div className="scroll min-h-0 flex-1 px-4 py-3">
                  <DataView title="Params" value={run.params} />
                </div>
              ),
          },
          {
            value: 'notes',
            label: 'Notes',
            panel: <Notes runId={run.id} title={props.title} mayWrite={mayWrite} />,
          },
          {
            value: 'events',
            label: 'Events',
            count: events.length,
            panel: (
              <EventsTab
                events={events}
                seq={moment.seq}
                live={moment.live}
                names={props.names}
                withTask
                onGoTo={props.store.goToEvent}
              />
            ),
          },
        ]}
      />
    </aside>
  );
}
