import { useReactFlow } from '@xyflow/react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { leastNote } from '../project/note-rect.ts';

type Size = readonly [number, number];
const step = 4;
const snap = (v: number, least: number): number => Math.max(least, Math.round(v / step) * step);

/** The lower right corner of a chosen note: it is drawn to another size, or made larger and smaller by the arrow keys. Sizes in px of the drawing. */
export function NoteSize(props: {
  size: Size;
  onTry: (size: Size | null) => void;
  onSize: (size: Size, by: 'hand' | 'key') => void;
}) {
  const { size, onTry, onSize } = props;
  const flow = useReactFlow();
  const from = useRef<{ x: number; y: number; size: Size; now: Size } | null>(null);
  const end = (event: PointerEvent<HTMLButtonElement>): void => {
    const drag = from.current;
    from.current = null;
    onTry(null);
    if (event.type === 'pointerup' && drag !== null && (drag.now[0] !== drag.size[0] || drag.now[1] !== drag.size[1]))
      onSize(drag.now, 'hand');
  };
  return (
    <button
      type="button"
      className="cv-note-size nodrag nopan"
      aria-label="Size of the note: arrow keys change it"
      title="Drag to change the size"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, y: event.clientY, size, now: size };
      }}
      onPointerMove={(event) => {
        const drag = from.current;
        if (drag === null) return;
        const zoom = flow.getZoom();
        drag.now = [
          snap(drag.size[0] + (event.clientX - drag.x) / zoom, leastNote[0]),
          snap(drag.size[1] + (event.clientY - drag.y) / zoom, leastNote[1]),
        ];
        onTry(drag.now);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event: KeyboardEvent) => {
        const [dx, dy] = { ArrowLeft: [-2, 0], ArrowRight: [2, 0], ArrowUp: [0, -2], ArrowDown: [0, 2] }[event.key] ?? [0, 0];
        // With Ctrl they move the note.
        if ((dx === 0 && dy === 0) || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        onSize([snap(size[0] + (dx ?? 0) * step, leastNote[0]), snap(size[1] + (dy ?? 0) * step, leastNote[1])], 'key');
      }}
    />
  );
}
