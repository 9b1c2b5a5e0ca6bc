import { memo } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { DesignActs } from '../canvas/design-acts.ts';
import { partsOfSelection } from '../canvas/parts-of-selection.ts';
import { ReadOnlyLine } from '../session/read-only-line.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { EdgeInspector } from './edge-inspector.tsx';
import { ManyInspector } from './many-inspector.tsx';
import { TaskInspector } from './task-inspector.tsx';
import { WorkflowInspector } from './workflow-inspector.tsx';

/** What is selected, to be looked at and changed; nothing selected: the workflow itself. */
export const Inspector = memo(function Inspector({ acts, className }: { acts: DesignActs; className?: string }) {
  const workflow = useDesigner((s) => s.workflow);
  const selection = useDesigner((s) => s.selection);
  const settle = useDesigner((s) => s.settle);
  const parts = partsOfSelection(workflow, selection);
  const task = selection.length === 1 ? workflow.tasks.find((t) => t.id === parts.tasks[0]) : undefined;
  const edge = selection.length === 1 && parts.edges.length === 1 ? parts.edges[0] : undefined;
  return (
    <aside
      aria-label={task === undefined ? 'Inspector' : `Inspector, ${task.name ?? task.id}`}
      data-region
      onBlur={settle}
      className={cx('flex min-h-0 min-w-0 flex-col border-l border-line bg-surface max-sm:border-t max-sm:border-l-0', className)}
    >
      <ReadOnlyLine />
      {selection.length === 0 ? (
        <WorkflowInspector />
      ) : task !== undefined ? (
        <TaskInspector key={task.id} task={task} acts={acts} />
      ) : edge !== undefined ? (
        <EdgeInspector edge={edge} acts={acts} />
      ) : (
        <ManyInspector parts={parts} acts={acts} />
      )}
    </aside>
  );
});
