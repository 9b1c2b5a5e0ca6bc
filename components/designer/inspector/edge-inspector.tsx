import { Trash2 } from 'lucide-react';
import type { EdgeRef } from '#components/canvas/gestures/canvas-gestures.ts';
import { TextInput } from '#components/forms/fields/text-input.tsx';
import { Button } from '#components/ui/button.tsx';
import type { DesignActs } from '../canvas/design-acts.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';

/** One edge: where it goes, its label. */
export function EdgeInspector({ edge, acts }: { edge: EdgeRef; acts: DesignActs }) {
  const readOnly = useReadOnly() !== null;
  const edit = useDesigner((s) => s.edit);
  const tasks = useDesigner((s) => s.workflow.tasks);
  const own = useDesigner((s) => s.workflow.edges.find((e) => e.from === edge.from && e.port === edge.port && e.to === edge.to));
  const name = (id: string): string => tasks.find((task) => task.id === id)?.name ?? id;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-3" data-inspector="edge">
      <h2 className="text-14 leading-[18px] font-strong">
        {name(edge.from)} to {name(edge.to)}
      </h2>
      {edge.port === 'out' ? null : <p className="text-12 text-ink-2">Taken when port {edge.port} is open.</p>}
      <label className="text-12 font-strong">
        Label
        <TextInput
          className="mt-1"
          value={own?.label ?? ''}
          readOnly={readOnly}
          maxLength={200}
          placeholder="shown on the edge"
          onChange={(event) =>
            edit(
              { type: 'set-edge-label', edge, label: event.target.value },
              { label: 'label of an edge', gesture: `edge/${edge.from}/${edge.port}/${edge.to}` },
            )
          }
        />
      </label>
      {readOnly ? null : (
        <Button className="self-start" look="danger" icon={<Trash2 strokeWidth={1.75} />} onClick={() => acts.remove()}>
          Delete the edge
        </Button>
      )}
    </div>
  );
}
