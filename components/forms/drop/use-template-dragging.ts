import { useEffect, useState } from 'react';
import { isTemplateDrag } from './template-drag.ts';

/** Whether a path is on its way from a value to a field, anywhere on the page. */
export function useTemplateDragging(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (event.dataTransfer !== null && isTemplateDrag(event.dataTransfer)) setDragging(true);
    };
    const end = (): void => setDragging(false);
    addEventListener('dragenter', enter, true);
    addEventListener('dragend', end, true);
    addEventListener('drop', end, true);
    return () => {
      removeEventListener('dragenter', enter, true);
      removeEventListener('dragend', end, true);
      removeEventListener('drop', end, true);
    };
  }, []);
  return dragging;
}
