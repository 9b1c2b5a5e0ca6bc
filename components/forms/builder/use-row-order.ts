import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';

const type = 'application/x-drawloom-field';

/** What one row needs to be moved among the others, by its grip. */
export interface RowGrip {
  isDragged: boolean;
  isTarget: boolean;
  /** The row that is dragged stands above this one: it would come below it. */
  fromAbove: boolean;
  handle: {
    draggable: true;
    'data-grip': number;
    onDragStart: (event: DragEvent) => void;
    onDragEnd: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
  target: { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
}

/** Order of rows by dragging their grips, or by the arrow keys on them. The grip that was used keeps the focus at its new place. */
export function useRowOrder(count: number, move: (from: number, to: number) => void) {
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [focus, setFocus] = useState<{ at: number } | null>(null);
  useEffect(() => {
    if (focus !== null) list.current?.querySelector<HTMLElement>(`[data-grip="${focus.at}"]`)?.focus();
  }, [focus]);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  const grip = (i: number): RowGrip => ({
    isDragged: dragged === i,
    isTarget: over === i && dragged !== null && dragged !== i,
    fromAbove: dragged !== null && dragged < i,
    handle: {
      draggable: true,
      'data-grip': i,
      onDragStart(event) {
        event.dataTransfer.setData(type, String(i));
        event.dataTransfer.effectAllowed = 'move';
        setDragged(i);
      },
      onDragEnd: end,
      onKeyDown(event) {
        const to = event.key === 'ArrowUp' ? i - 1 : event.key === 'ArrowDown' ? i + 1 : -1;
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        event.stopPropagation();
        if (to < 0 || to >= count) return;
        move(i, to);
        setFocus({ at: to });
      },
    },
    target: {
      onDragOver(event) {
        if (dragged === null || !event.dataTransfer.types.includes(type)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (over !== i) setOver(i);
      },
      onDrop(event) {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged !== i) move(dragged, i);
        end();
      },
    },
  });
  return { list, grip };
}
