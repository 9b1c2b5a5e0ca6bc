import { useMemo } from 'react';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

const most = 300;

/** The drawing as a list for screen readers: every task, what it is and what it waits for. Boxes out of sight are not in the page otherwise. */
export function Outline() {
  const workflow = useDesigner((s) => s.workflow);
  const { manifests } = useSession();
  const lines = useMemo(() => {
    const names = new Map(workflow.tasks.map((task) => [task.id, task.name ?? task.id]));
    const before = new Map<string, string[]>();
    for (const edge of workflow.edges) {
      const from = names.get(edge.from) ?? edge.from;
      before.set(edge.to, [...(before.get(edge.to) ?? []), edge.port === 'out' ? from : `${from}, port ${edge.port}`]);
    }
    return workflow.tasks.slice(0, most).map((task) => {
      const after = before.get(task.id);
      return {
        id: task.id,
        text: `${names.get(task.id)}, ${manifests.get(task.operator)?.title ?? task.operator}${after === undefined ? ', begins' : `, after ${after.join(' and ')}`}`,
      };
    });
  }, [workflow, manifests]);
  return (
    <section className="sr-only" aria-label="Outline of the drawing">
      <ol>
        {lines.map((line) => (
          <li key={line.id}>{line.text}</li>
        ))}
      </ol>
      {workflow.tasks.length > most ? <p>and {workflow.tasks.length - most} more tasks</p> : null}
    </section>
  );
}
