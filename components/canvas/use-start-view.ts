import { useLayoutEffect, useState, type RefObject } from 'react';
import { fitView } from './geometry/fit-view.ts';
import type { Rect } from './geometry/rect.ts';

/**
 * The view a canvas begins with: the whole drawing, as soon as the pane has a size (null until then). A later change of the drawing or of
 * the pane leaves the view where the person put it.
 */
export function useStartView(
  root: RefObject<HTMLElement | null>,
  bounds: () => Rect | null,
): { x: number; y: number; zoom: number } | null {
  const [start, setStart] = useState<{ x: number; y: number; zoom: number } | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || start !== null) return;
    const begin = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setStart(fitView(bounds(), width, height));
    };
    begin();
    const observer = new ResizeObserver(begin);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, bounds, start]);
  return start;
}
