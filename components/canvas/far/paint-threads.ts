import { routeEdge, type Point } from '../edges/route.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import type { Places } from '../gestures/carried-by.ts';
import type { FarScene } from './far-scene.ts';
import type { FarPalette } from './palette.ts';
import type { FarView } from './paint-far.ts';

const nothing = { rects: () => [], touches: () => false };

/** Paints every thread that may be seen, one path a look: thousands of strokes of their own would cost a frame. */
export function paintThreads(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  palette: FarPalette,
  view: FarView,
  moved: Places | null,
  hovered: string | null,
): void {
  const { zoom } = view;
  const looks = new Map<string, { dash: number[]; colour: string; alpha: number; width: number; path: Path2D }>();
  for (const [key, thread] of scene.laid) {
    const state = scene.live?.edge(key)?.state ?? null;
    const faint = scene.matched !== null && !(scene.matched.has(thread.from) && scene.matched.has(thread.to));
    const chosen = scene.selected.has(key);
    const over = hovered === key;
    const diff = scene.diff?.edges.get(key) ?? null;
    const name = `${state ?? ''} ${faint} ${chosen} ${over} ${diff ?? ''}`;
    let look = looks.get(name);
    if (look === undefined) {
      const colour = chosen
        ? palette.accent
        : over || state === 'taken'
          ? palette.taken
          : state === 'upstream-failed'
            ? palette.status('upstream_failed').line
            : diff === 'added'
              ? palette.status('success').line
              : diff === 'removed'
                ? palette.failed
                : palette.edge;
      const dash = state === 'not-taken' ? [1.5, 3] : state === 'upstream-failed' || diff === 'removed' ? [4, 2.5] : [];
      look = { dash, colour, alpha: faint ? 0.3 : 1, width: chosen || over ? 2 : 1, path: new Path2D() };
      looks.set(name, look);
    }
    const points =
      moved !== null && (moved.has(thread.from) || moved.has(thread.to))
        ? wayOf(scene, key, thread.from, thread.to, moved)
        : thread.points;
    const first = points[0];
    const last = points[points.length - 1];
    if (first === undefined || last === undefined) continue;
    const x1 = first.x * zoom + view.x;
    const x2 = last.x * zoom + view.x;
    const y1 = first.y * zoom + view.y;
    const y2 = last.y * zoom + view.y;
    const { width, height } = view;
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > width && x2 > width) || (y1 > height && y2 > height)) continue;
    look.path.moveTo(x1, y1);
    for (let i = 1; i < points.length; i++) {
      const p = points[i];
      if (p !== undefined) look.path.lineTo(p.x * zoom + view.x, p.y * zoom + view.y);
    }
  }
  for (const look of looks.values()) {
    context.globalAlpha = look.alpha;
    context.strokeStyle = look.colour;
    context.lineWidth = look.width;
    context.setLineDash(look.dash);
    context.stroke(look.path);
  }
  context.setLineDash([]);
  context.lineWidth = 1;
  context.globalAlpha = 1;
}

/** The way of a thread whose end is under way: straight to it, round nothing. */
function wayOf({ drawing }: FarScene, key: string, from: string, to: string, moved: Places): readonly Point[] {
  const a = drawing.boxes.get(from);
  const b = drawing.boxes.get(to);
  if (a === undefined || b === undefined) return [];
  const port = key.slice(from.length + 1, key.length - to.length - 1);
  const out = outputPoint(a.rect, drawing.direction, Math.max(0, a.ports.indexOf(port)), a.ports.length);
  const into = inputPoint(b.rect, drawing.direction);
  const p = moved.get(from) ?? a.rect;
  const q = moved.get(to) ?? b.rect;
  return routeEdge({ x: p.x + out.x, y: p.y + out.y }, { x: q.x + into.x, y: q.y + into.y }, drawing.direction, nothing);
}
