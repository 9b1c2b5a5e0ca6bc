import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import { boundsOf } from '../geometry/rect.ts';
import type { FarScene } from './far-scene.ts';
import { usePalette } from './use-palette.ts';

const width = 168;
const height = 112;
const pad = 10;
/** px */
const leastBorder = 4;

/** A view lower than this, px, has no room for it beside the tasks. */
const leastView = 440;

/** Overview on one 2-D canvas; press or drag in it to go there. Not there when the view is so low that it would cover the drawing. */
export function MiniMap({ scene }: { scene: FarScene }) {
  const roomy = useStore((s) => s.height >= leastView);
  return roomy ? <Overview scene={scene} /> : null;
}

function Overview({ scene }: { scene: FarScene }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(ref);
  const flow = useReactFlow();
  const [tx, ty, zoom] = useStore((s) => s.transform);
  const viewWidth = useStore((s) => s.width);
  const viewHeight = useStore((s) => s.height);
  const bounds = useMemo(
    () => boundsOf([...scene.drawing.boxes.values()].map((box) => box.rect)) ?? { x: 0, y: 0, width: 1, height: 1 },
    [scene.drawing],
  );
  const scale = Math.min((width - 2 * pad) / bounds.width, (height - 2 * pad) / bounds.height, 0.2);
  const left = (width - bounds.width * scale) / 2 - bounds.x * scale;
  const top = (height - bounds.height * scale) / 2 - bounds.y * scale;
  useEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d') ?? null;
    if (canvas === null || context === null || palette === null) return;
    let asked = 0;
    const paint = (): void => {
      asked = 0;
      const ratio = window.devicePixelRatio || 1;
      canvas.width = width * ratio;
      canvas.height = height * ratio;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.lineWidth = 1;
      context.strokeStyle = palette.edge;
      for (const thread of scene.laid.values()) {
        context.beginPath();
        thread.points.forEach((p, i) =>
          i === 0 ? context.moveTo(p.x * scale + left, p.y * scale + top) : context.lineTo(p.x * scale + left, p.y * scale + top),
        );
        context.stroke();
      }
      for (const box of scene.drawing.boxes.values()) {
        const status = scene.live?.task(box.id)?.status ?? null;
        const colour = status === null || status === 'none' ? null : palette.status(status);
        const error = scene.problems.get(box.id)?.level === 'error';
        const chosen = scene.selected.has(box.id);
        // So low that it would be all border: a block, in the colour of the border.
        const block = box.rect.height * scale < leastBorder;
        context.strokeStyle = chosen ? palette.accent : error ? palette.failed : (colour?.line ?? palette.control);
        if (block) {
          context.fillStyle = chosen || error || colour !== null ? context.strokeStyle : palette.line;
          const [w, h] = [Math.max(1, box.rect.width * scale), Math.max(1, box.rect.height * scale)];
          context.fillRect(box.rect.x * scale + left, box.rect.y * scale + top, w, h);
          continue;
        }
        context.fillStyle = chosen ? palette.accent : error ? palette.failed : (colour?.soft ?? palette.surface);
        context.beginPath();
        context.roundRect(
          box.rect.x * scale + left,
          box.rect.y * scale + top,
          Math.max(2, box.rect.width * scale),
          Math.max(2, box.rect.height * scale),
          Math.min(2, box.rect.height * scale * 0.2),
        );
        context.fill();
        context.stroke();
      }
    };
    // An overview need not be newer than a quarter of a second; a flood of statuses must not repaint it at every frame.
    let timer: ReturnType<typeof setTimeout> | null = null;
    const ask = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        if (asked === 0) asked = requestAnimationFrame(paint);
      }, 250);
    };
    paint();
    const leave = scene.live?.subscribeAll(ask);
    return () => {
      leave?.();
      if (timer !== null) clearTimeout(timer);
      if (asked !== 0) cancelAnimationFrame(asked);
    };
  }, [scene, palette, scale, left, top]);
  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    void flow.setCenter((event.clientX - rect.left - left) / scale, (event.clientY - rect.top - top) / scale, { zoom });
  };
  const x1 = Math.max(1, (-tx / zoom) * scale + left);
  const y1 = Math.max(1, (-ty / zoom) * scale + top);
  const x2 = Math.min(width - 1, ((viewWidth - tx) / zoom) * scale + left);
  const y2 = Math.min(height - 1, ((viewHeight - ty) / zoom) * scale + top);
  return (
    <div className="cv-mini">
      <canvas
        ref={ref}
        role="img"
        aria-label={`Overview of the drawing, ${scene.drawing.boxes.size} ${scene.drawing.boxes.size === 1 ? 'box' : 'boxes'}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) go(event);
        }}
      />
      {x2 > x1 && y2 > y1 ? <i style={{ transform: `translate(${x1}px,${y1}px)`, width: x2 - x1, height: y2 - y1 }} /> : null}
    </div>
  );
}
