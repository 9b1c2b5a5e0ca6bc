import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useImperativeHandle, useMemo, type Ref } from 'react';
import type { CanvasHandle } from './canvas-handle.ts';
import { boundsOf } from './geometry/rect.ts';
import type { Drawing } from './project/drawing.ts';

/** The canvas' own moves: fit, zoom, reveal. Duration 0: the canvas never animates under the pointer. */
export function useCanvasHandle(
  drawing: Drawing,
  root: { current: HTMLElement | null },
  ref: Ref<CanvasHandle> | undefined,
): CanvasHandle {
  const flow = useReactFlow();
  const store = useStoreApi();
  const handle = useMemo<CanvasHandle>(() => {
    const focusBox = (id: string): void => {
      const box = root.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`);
      box?.focus({ preventScroll: true });
    };
    const self: CanvasHandle = {
      fit() {
        const bounds = boundsOf([...drawing.boxes.values()].map((box) => box.rect));
        const { width, height } = store.getState();
        if (bounds === null || width === 0) {
          void flow.setViewport({ x: width / 2 - 92, y: height / 3, zoom: 1 });
          return;
        }
        const pad = Math.min(32, width * 0.06);
        const zoom = Math.max(
          0.02,
          Math.min(1, (width - 2 * pad) / bounds.width, (height - 2 * Math.min(56, height * 0.08)) / bounds.height),
        );
        void flow.setViewport({
          x: width / 2 - (bounds.x + bounds.width / 2) * zoom,
          y: height / 2 - (bounds.y + bounds.height / 2) * zoom,
          zoom,
        });
      },
      zoomIn: () => void flow.zoomTo(Math.min(2, store.getState().transform[2] * 1.25)),
      zoomOut: () => void flow.zoomTo(Math.max(0.02, store.getState().transform[2] / 1.25)),
      zoomTo: (zoom) => void flow.zoomTo(zoom),
      reveal(id, options) {
        const rect = drawing.boxes.get(id)?.rect;
        if (rect === undefined) return;
        const { transform, width, height } = store.getState();
        const [tx, ty, zoom] = transform;
        const x = rect.x * zoom + tx;
        const y = rect.y * zoom + ty;
        const outside =
          x < 16 || y < 16 || x + rect.width * zoom > width - 16 || y + rect.height * zoom > height - 16 || zoom < 0.35;
        if (outside || options?.centre)
          void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom: zoom < 0.5 ? 1 : zoom });
        // A box that was out of sight is drawn in the next frames.
        if (options?.focus) {
          focusBox(id);
          requestAnimationFrame(() => requestAnimationFrame(() => focusBox(id)));
        }
      },
      centre() {
        const { transform, width, height } = store.getState();
        return { x: (width / 2 - transform[0]) / transform[2], y: (height / 2 - transform[1]) / transform[2] };
      },
      focus() {
        const box = root.current?.querySelector<HTMLElement>('[data-task][data-selected], [data-task]');
        (box ?? root.current)?.focus({ preventScroll: true });
      },
    };
    return self;
  }, [drawing, flow, store, root]);
  useImperativeHandle(ref, () => handle, [handle]);
  return handle;
}
