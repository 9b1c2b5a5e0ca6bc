'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { UsualDurations } from '#domain/forecast/usual.ts';
import { decidedOutcomes } from '#domain/simulation/decided-outcomes.ts';
import { knownScope } from '#domain/simulation/known-scope.ts';
import type { TaskSummary } from '#components/run-view/store/task-summary.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { AssumptionsBar } from './assumptions-bar.tsx';
import { outcomeColumns } from './outcome-columns.ts';
import { OutcomeRow } from './outcome-row.tsx';
import { useSimulation } from './use-simulation.ts';

const rowHeight = 36;

/** What each task is assumed to do; the drawing shows at once what follows. */
export function OutcomesTab(props: {
  usual: UsualDurations;
  tasks: ReadonlyMap<string, TaskSummary> | null;
  /** Tasks whose outcome is taken from a stored run. */
  recorded: ReadonlySet<string>;
  selected: string | null;
  onSelect: (task: string) => void;
}) {
  const { manifests } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const scenario = useSimulation((s) => s.scenario);
  const assumeTask = useSimulation((s) => s.assumeTask);
  const scroller = useRef<HTMLDivElement>(null);
  // In the order of the run, once there is one.
  const order = props.tasks;
  const tasks = useMemo(() => {
    if (order === null) return workflow.tasks;
    const place = new Map([...order.keys()].map((id, i) => [id, i]));
    const at = (id: string): number => place.get(id) ?? place.size;
    return workflow.tasks.toSorted((a, b) => at(a.id) - at(b.id));
  }, [workflow.tasks, order]);
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const chosen = tasks.findIndex(({ id }) => id === props.selected);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);
  const decided = useMemo(() => decidedOutcomes(workflow, knownScope(workflow, scenario)), [workflow, scenario]);
  const auto = (id: string): string => {
    if (props.recorded.has(id)) return 'As it did then';
    const found = decided.get(id);
    if (found === undefined || typeof found.outcome === 'string') return 'Goes well';
    const what =
      'ports' in found.outcome && !('type' in found.outcome)
        ? found.outcome.ports.length === 0
          ? 'takes no port'
          : `takes ${found.outcome.ports.join(', ')}`
        : 'condition' in found.outcome && !found.outcome.condition
          ? 'stops what follows'
          : 'goes on';
    return found.sure ? `By its conditions ${what}` : `Assumed: ${what}`;
  };
  if (tasks.length === 0)
    return (
      <EmptyState title="There is nothing to simulate yet." className="py-8">
        Add a task from the palette.
      </EmptyState>
    );
  return (
    <>
      <AssumptionsBar />
      <div
        ref={scroller}
        className="scroll min-h-0 flex-1"
        role="table"
        aria-label="Outcomes by task"
        aria-rowcount={tasks.length + 1}
      >
        <div
          role="row"
          className={`${outcomeColumns} sticky top-0 z-[1] h-7 border-b border-line bg-surface px-3 text-11 text-ink-3`}
        >
          {['Task', 'Outcome', 'Each attempt', 'Fails by chance', 'Copies', 'Result'].map((head) => (
            <span key={head} role="columnheader" className="truncate last:max-sm:hidden">
              {head}
            </span>
          ))}
        </div>
        <div className="relative min-w-[640px] max-sm:min-w-[560px]" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const task = tasks[item.index];
            return task === undefined ? null : (
              <div key={task.id} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${item.start}px)` }}>
                <OutcomeRow
                  task={task}
                  manifest={manifests.get(task.operator)}
                  scenario={scenario}
                  auto={auto(task.id)}
                  usual={props.usual.tasks[task.id]}
                  summary={props.tasks?.get(task.id)}
                  selected={task.id === props.selected}
                  assumeTask={assumeTask}
                  onSelect={() => props.onSelect(task.id)}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
