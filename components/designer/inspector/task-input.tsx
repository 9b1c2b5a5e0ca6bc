import { useDesigner } from '../session/use-designer.ts';
import type { TryValue } from '../tries/use-try-values.ts';
import { TaskValue } from './task-value.tsx';

/** What comes in from the tasks right before this one, as far as it is known. */
export function TaskInput({ task, values }: { task: string; values: ReadonlyMap<string, TryValue> | null }) {
  const edges = useDesigner((s) => s.workflow.edges);
  const tasks = useDesigner((s) => s.workflow.tasks);
  const before = [...new Set(edges.filter((edge) => edge.to === task).map((edge) => edge.from))];
  if (before.length === 0) return <p className="text-12 text-ink-3">Nothing comes before this task.</p>;
  return before.map((id) => (
    <TaskValue key={id} task={id} name={tasks.find((each) => each.id === id)?.name ?? id} value={values?.get(id) ?? null} />
  ));
}
