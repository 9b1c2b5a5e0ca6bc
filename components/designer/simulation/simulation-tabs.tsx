import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { Gantt } from '#components/run-view/gantt/gantt.tsx';
import { EventsTab } from '#components/run-view/panel/events-tab.tsx';
import { TaskIndex } from '#components/run-view/store/task-index.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { useMemo, type ReactNode } from 'react';
import { ManyTab } from './many-tab.tsx';
import { OutcomesTab } from './outcomes-tab.tsx';
import { ReplayTab } from './replay-tab.tsx';
import { ResultTab } from './result-tab.tsx';
import type { SimulatedView } from './simulated-run-view.tsx';
import type { SimulationAnswer } from './simulation-question.ts';
import { useSimulation } from './use-simulation.ts';

const nobody = (): string => 'somebody';
const noRecord: ReadonlySet<string> = new Set();

/** What is assumed and what came of it, as tabs. `view` and `answer` are null while nothing is simulated. */
export function SimulationTabs(props: {
  view: SimulatedView | null;
  answer: Extract<SimulationAnswer, { ok: true }> | null;
  usual: UsualDurations;
  scenario: Scenario;
  stored: { fault: string | null; loading: boolean };
  selected: string | null;
  onSelect: (task: string) => void;
  onReplay: (runId: string | null) => void;
}) {
  const { view, answer, onSelect } = props;
  const tab = useSimulation((s) => s.tab);
  const choose = useSimulation((s) => s.choose);
  const replayed = answer?.replayed ?? null;
  const model = view?.model;
  const end = view?.moment.history.state;
  // The result is about the end of the run, whatever moment the drawing shows.
  const atEnd = useMemo(
    () => (model === undefined || end === undefined ? null : new TaskIndex(model.plan, end).tasks),
    [model, end],
  );
  const recorded = useMemo(() => {
    if (replayed === null) return noRecord;
    const assumed = new Set(replayed.assumed);
    return new Set(
      replayed.differences.flatMap(({ task, then }) => (then !== null && then.attempts > 0 && !assumed.has(task) ? [task] : [])),
    );
  }, [replayed]);
  const withRun = (panel: (view: SimulatedView) => ReactNode): ReactNode =>
    view === null ? <EmptyState title="Nothing is simulated yet." className="py-8" /> : panel(view);
  return (
    <Tabs
      label="Simulation"
      className="min-h-0 flex-1"
      value={tab}
      onChange={choose}
      items={[
        {
          value: 'outcomes',
          label: 'Outcomes',
          panel: (
            <OutcomesTab usual={props.usual} tasks={atEnd} recorded={recorded} selected={props.selected} onSelect={onSelect} />
          ),
        },
        {
          value: 'time',
          label: 'Time line',
          panel: withRun(({ store, moment, beganAt, endedAt, ...own }) => (
            <Gantt
              store={store}
              moment={moment}
              tasks={own.model.plan.tasks.flatMap(({ id }) => moment.tasks.get(id) ?? [])}
              title={own.model.title}
              selected={props.selected}
              onSelect={onSelect}
              now={endedAt}
              startedAt={beganAt}
              endedAt={endedAt}
              expectedAt={null}
              rows={null}
              origin={beganAt}
              wide
              bar={false}
              className="flex-1 border-t-0"
            />
          )),
        },
        {
          value: 'result',
          label: 'Result',
          panel: withRun((own) =>
            answer === null || atEnd === null ? null : (
              <ResultTab run={answer.run} model={own.model} tasks={atEnd} onSelect={onSelect} />
            ),
          ),
        },
        {
          value: 'events',
          label: 'Events',
          panel: withRun(({ store, moment, beganAt, ...own }) => (
            <EventsTab
              events={moment.history.events}
              seq={moment.seq}
              live={moment.live}
              names={{ task: own.model.title, person: nobody }}
              withTask
              origin={beganAt}
              onGoTo={store.goToEvent}
            />
          )),
        },
        {
          value: 'many',
          label: '1,000 times',
          panel: <ManyTab scenario={props.scenario} usual={props.usual} onSelect={onSelect} />,
        },
        {
          value: 'replay',
          label: 'Replay',
          panel: (
            <ReplayTab
              run={answer?.run ?? null}
              replayed={replayed}
              loading={props.stored.loading}
              fault={props.stored.fault}
              onReplay={props.onReplay}
              onSelect={onSelect}
            />
          ),
        },
      ]}
    />
  );
}
