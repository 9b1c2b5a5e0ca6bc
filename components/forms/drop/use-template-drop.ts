import { useRef, type DragEvent } from 'react';
import { fillField } from './fill-field.ts';
import { droppedPath, isTemplateDrag } from './template-drag.ts';

/** Lets the fields of a form take a dragged path. The field under the pointer is marked (`data-drop`). */
export function useTemplateDrop(enabled: boolean) {
  const over = useRef<Element | null>(null);
  const mark = (field: Element | null): void => {
    if (over.current === field) return;
    over.current?.removeAttribute('data-drop');
    field?.setAttribute('data-drop', 'true');
    over.current = field;
  };
  const fieldOf = (event: DragEvent): Element | null =>
    event.target instanceof Element ? event.target.closest('[data-field]') : null;
  if (!enabled) return {};
  return {
    onDragOver(event: DragEvent) {
      if (!isTemplateDrag(event.dataTransfer)) return;
      const field = fieldOf(event);
      mark(field);
      if (field === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave(event: DragEvent) {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) mark(null);
    },
    onDropCapture(event: DragEvent) {
      mark(null);
      const path = droppedPath(event.dataTransfer);
      if (path === null || !(event.target instanceof Element)) return;
      event.preventDefault();
      event.stopPropagation();
      void fillField(event.target, path, { x: event.clientX, y: event.clientY });
    },
  };
}
