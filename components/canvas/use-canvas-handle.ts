import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useImperativeHandle, useLayoutEffect, useMemo, useRef, type Ref } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { boundsOf } from './geometry/rect.ts';
import { drawingBounds } from './far/drawing-bounds.ts';
import type { FarScene } from './far/far-scene.ts';
import { fitView } from './geometry/fit-view.ts';

/** How long boxes take to their new places, ms (canvas.css), and how many may. */
const settleMs = 180;
const mostSettling = 200;

/** The canvas' own moves: fit, zoom, reveal. Duration 0: the canvas never animates under the pointer. */
export function useCanvasHandle(
  scene: FarScene,
  catalog: readonly Manifest[],
  root: { current: HTMLElement | null },
  pointer: { current: { x: number; y: number } | null },
  ref: Ref<CanvasHandle> | undefined,
  onRename: (id: string | null) => void,
): CanvasHandle {
  const flow = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(scene);
  useLayoutEffect(() => {
    latest.current = scene;
  }, [scene]);
  const handle = useMemo<CanvasHandle>(() => {
    const focusBox = (id: string): boolean => {
      const box = root.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`);
      box?.focus({ preventScroll: true });
      return box != null;
    };
    /** Runs once what was asked for now is drawn. */
    const drawn = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run));
    const self: CanvasHandle = {
      fit() {
        const { width, height } = store.getState();
        void flow.setViewport(fitView(drawingBounds(latest.current), width, height));
      },
      zoomToSelection(ids) {
        const rects = ids.flatMap((id) => latest.current.drawing.boxes.get(id)?.rect ?? []);
        const area = boundsOf(rects);
        const { width, height, transform } = store.getState();
        if (area === null || transform[2] >= 0.8) return self.fit();
        const { zoom } = fitView(area, width, height);
        void flow.setCenter(area.x + area.width / 2, area.y + area.height / 2, { zoom: Math.max(0.8, zoom) });
      },
      zoomIn: () => void flow.zoomTo(Math.min(2, store.getState().transform[2] * 1.25)),
      zoomOut: () => void flow.zoomTo(Math.max(0.02, store.getState().transform[2] / 1.25)),
      zoomTo: (zoom) => void flow.zoomTo(zoom),
      reveal(id, options) {
        const rect = latest.current.drawing.boxes.get(id)?.rect;
        if (rect === undefined) return;
        const { transform, width, height } = store.getState();
        const [tx, ty, zoom] = transform;
        const x = rect.x * zoom + tx;
        const y = rect.y * zoom + ty;
        const outside =
          x < 16 || y < 16 || x + rect.width * zoom > width - 16 || y + rect.height * zoom > height - 16 || zoom < 0.35;
        if (outside || options?.centre)
          void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: zoom < 0.5 ? 1 : zoom });
        if (options?.focus !== true) return;
        focusBox(id);
        drawn(() => {
          if (focusBox(id)) return;
          // So many boxes are in view that none is an element: it is gone up to.
          void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: 1 });
          drawn(() => focusBox(id));
        });
      },
      centre() {
        const { transform, width, height } = store.getState();
        return { x: (width / 2 - transform[0]) / transform[2], y: (height / 2 - transform[1]) / transform[2] };
      },
      place: () => (pointer.current === null ? null : flow.screenToFlowPosition(pointer.current, { snapToGrid: false })),
      async picture(kind, options) {
        const { drawPicture } = await import('./picture/draw-picture.ts');
        const element = root.current;
        if (element === null) throw new Error('The canvas is not shown.');
        return drawPicture(kind, latest.current, element, { ...options, catalog });
      },
      settle() {
        const element = root.current;
        if (element === null || latest.current.drawing.boxes.size >= mostSettling) return;
        element.dataset['settling'] = '';
        setTimeout(() => delete element.dataset['settling'], settleMs + 40);
      },
      rename(id) {
        const { drawing, frames } = latest.current;
        if (!drawing.boxes.has(id) && !frames.some(({ group }) => id === `frame:${group}`)) return false;
        self.reveal(id);
        onRename(id);
        return true;
      },
      focus() {
        const box = root.current?.querySelector<HTMLElement>('[data-task][data-selected], [data-task]');
        (box ?? root.current)?.focus({ preventScroll: true });
      },
    };
    return self;
  }, [flow, store, root, pointer, catalog, onRename]);
  useImperativeHandle(ref, () => handle, [handle]);
  return handle;
}
