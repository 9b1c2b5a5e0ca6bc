import { useLayoutEffect, useState, type RefObject } from 'react';
import { drawingBounds } from './far/drawing-bounds.ts';
import type { FarScene } from './far/far-scene.ts';
import { fitView, startView } from './geometry/fit-view.ts';

/**
 * The view a canvas begins with, as soon as the pane has a size (null until then): the whole drawing, or as much
 * of its beginning as can be read; `overview`: the whole in any case. A later change of the drawing or of
 * the pane leaves the view where the person put it.
 */
export function useStartView(
  root: RefObject<HTMLElement | null>,
  scene: FarScene,
  overview: boolean,
): { x: number; y: number; zoom: number } | null {
  const [start, setStart] = useState<{ x: number; y: number; zoom: number } | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || start !== null) return;
    const begin = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const area = drawingBounds(scene);
      const { boxes, direction } = scene.drawing;
      const rects = [...boxes.values()].map((box) => box.rect);
      setStart(overview ? fitView(area, width, height) : startView(area, rects, direction, width, height));
    };
    begin();
    const observer = new ResizeObserver(begin);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root, scene, overview, start]);
  return start;
}
