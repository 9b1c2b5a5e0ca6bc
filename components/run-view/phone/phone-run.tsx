'use client';
import { useState, type ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { EventsTab } from '../panel/events-tab.tsx';
import type { EventNames } from '../store/event-words.ts';
import type { RunMoment, RunStore } from '../store/run-store.ts';
import type { TaskSummary } from '../store/task-summary.ts';
import { TaskList } from '../task-list.tsx';

type PhoneTab = 'tasks' | 'task' | 'time' | 'events';

/** The run on a phone: the drawing as an overview, then tasks with the urgent ones first, the chosen task, time line, events. */
export function PhoneRun(props: {
  drawing: ReactNode;
  panel: ReactNode;
  gantt: ReactNode;
  moment: RunMoment;
  store: RunStore;
  tasks: TaskSummary[];
  title: (task: string) => string;
  line: (summary: TaskSummary) => string | null;
  names: EventNames;
  selected: string | null;
  onTask: (task: string) => void;
}) {
  const [tab, setTab] = useState<PhoneTab>(props.selected ? 'task' : 'tasks');
  const open = (task: string) => {
    props.onTask(task);
    setTab('task');
  };
  return (
    <>
      <div className={tab === 'task' ? 'hidden' : 'relative h-[214px] shrink-0 border-b border-line'}>{props.drawing}</div>
      <Tabs
        label="Run"
        height={40}
        className="min-h-0 flex-1"
        value={tab}
        onChange={setTab}
        items={[
          {
            value: 'tasks',
            label: 'Tasks',
            panel: (
              <TaskList tasks={props.tasks} title={props.title} line={props.line} selected={props.selected} onSelect={open} />
            ),
          },
          {
            value: 'task',
            label: 'Log',
            panel: props.panel ?? <EmptyState title="No task is chosen." className="py-10" />,
          },
          { value: 'time', label: 'Time line', panel: props.gantt },
          {
            value: 'events',
            label: 'Events',
            panel: (
              <EventsTab
                events={props.moment.history.events}
                seq={props.moment.seq}
                live={props.moment.live}
                names={props.names}
                withTask
                onGoTo={props.store.goToEvent}
              />
            ),
          },
        ]}
      />
    </>
  );
}
