import { useStore } from '@xyflow/react';
import { Plus, Trash2 } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { CanvasGestures } from '../gestures/canvas-gestures.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Laid } from '../project/lay-threads.ts';
import { ridePoint } from './thread-path.ts';

/** `+` and bin in the middle of an edge that is pointed at or selected. One pair for the whole canvas, not one an edge. */
export function ThreadTools(props: {
  edge: string;
  drawing: Drawing;
  laid: ReadonlyMap<string, Laid>;
  gestures: CanvasGestures;
  onHold: (held: boolean) => void;
}) {
  const { edge: key, drawing, laid, gestures } = props;
  const [x, y, zoom] = useStore((s) => s.transform);
  const thread = laid.get(key);
  const edge = drawing.edges.find((e) => `${e.from}:${e.port}:${e.to}` === key);
  if (thread === undefined || edge === undefined) return null;
  const at = ridePoint(thread.points, thread.gaps);
  const stands = drawing.merged.get(key) ?? [edge];
  const title = (id: string): string => drawing.boxes.get(id)?.title ?? id;
  const name = `${title(edge.from)} to ${title(edge.to)}`;
  const only = stands.length === 1 ? stands[0] : undefined;
  return (
    <div
      className="cv-thread-tools nopan"
      role="toolbar"
      aria-label={`Edge ${name}`}
      style={{ left: at.x * zoom + x, top: at.y * zoom + y }}
      onPointerEnter={() => props.onHold(true)}
      onPointerLeave={() => props.onHold(false)}
    >
      <IconButton
        size="sm"
        label={only === undefined ? `Open the group to put a task on one of its ${stands.length} edges` : 'Put a task here'}
        keys="A"
        icon={<Plus strokeWidth={1.75} />}
        onClick={(event) =>
          only === undefined
            ? gestures.refuse(`${name} stands for ${stands.length} edges, open the group to put a task on one of them`)
            : gestures.insert(only, placeOf(event.currentTarget))
        }
      />
      <IconButton
        size="sm"
        label={stands.length === 1 ? 'Remove the edge' : `Remove ${stands.length} edges`}
        keys="Delete"
        icon={<Trash2 strokeWidth={1.75} />}
        onClick={() => gestures.cut(stands)}
      />
    </div>
  );
}

function placeOf(button: HTMLElement): { x: number; y: number } {
  const { left, bottom } = button.getBoundingClientRect();
  return { x: left, y: bottom + 4 };
}
