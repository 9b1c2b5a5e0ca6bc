import type { LiveStatusStore } from '../live/live-status-store.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Laid } from '../project/lay-threads.ts';
import { glyphPaths } from './glyph-paths.ts';
import type { FarPalette } from './palette.ts';

/** What one picture is painted from. */
export interface FarScene {
  drawing: Drawing;
  laid: ReadonlyMap<string, Laid>;
  live: LiveStatusStore | null;
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, { level: 'error' | 'warning' }>;
  matched: ReadonlySet<string> | null;
}
const paths = new Map<string, Path2D>();
const path = (d: string): Path2D => {
  const known = paths.get(d);
  if (known !== undefined) return known;
  const made = new Path2D(d);
  paths.set(d, made);
  return made;
};

/** Paints the whole drawing below zoom 0.35: blocks in the colour of their status, a glyph where the block is at least 10 px high. */
export function paintFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  palette: FarPalette,
  view: { x: number; y: number; zoom: number; width: number; height: number; ratio: number },
): void {
  const { zoom } = view;
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.lineWidth = 1;
  context.lineJoin = 'round';
  const px = (x: number): number => x * zoom + view.x;
  const py = (y: number): number => y * zoom + view.y;
  // One path a look: thousands of strokes of their own would cost a frame.
  const looks = new Map<string, { dash: number[]; colour: string; alpha: number; path: Path2D }>();
  for (const [key, thread] of scene.laid) {
    const state = scene.live?.edge(key)?.state ?? null;
    const faint = scene.matched !== null && !(scene.matched.has(thread.from) && scene.matched.has(thread.to));
    const chosen = scene.selected.has(key);
    const name = `${state ?? ''} ${faint} ${chosen}`;
    let look = looks.get(name);
    if (look === undefined) {
      const colour = chosen
        ? palette.accent
        : state === 'taken'
          ? palette.taken
          : state === 'upstream-failed'
            ? palette.status('upstream_failed').line
            : palette.edge;
      const dash = state === 'not-taken' ? [1.5, 3] : state === 'upstream-failed' ? [4, 2.5] : [];
      look = { dash, colour, alpha: faint ? 0.3 : 1, path: new Path2D() };
      looks.set(name, look);
    }
    const { points } = thread;
    const first = points[0];
    const last = points[points.length - 1];
    if (first === undefined || last === undefined) continue;
    const x1 = px(first.x);
    const x2 = px(last.x);
    const y1 = py(first.y);
    const y2 = py(last.y);
    if (
      (x1 < 0 && x2 < 0) ||
      (y1 < 0 && y2 < 0) ||
      (x1 > view.width && x2 > view.width) ||
      (y1 > view.height && y2 > view.height)
    )
      continue;
    look.path.moveTo(x1, y1);
    for (let i = 1; i < points.length; i++) {
      const p = points[i];
      if (p !== undefined) look.path.lineTo(px(p.x), py(p.y));
    }
  }
  for (const look of looks.values()) {
    context.globalAlpha = look.alpha;
    context.strokeStyle = look.colour;
    context.setLineDash(look.dash);
    context.stroke(look.path);
  }
  context.setLineDash([]);
  for (const box of scene.drawing.boxes.values()) {
    const x = px(box.rect.x);
    const y = py(box.rect.y);
    const w = box.rect.width * zoom;
    const h = box.rect.height * zoom;
    if (x > view.width || y > view.height || x + w < 0 || y + h < 0) continue;
    const live = scene.live?.task(box.id) ?? null;
    const status = scene.live === null ? null : (live?.status ?? 'none');
    const plain = status === null || status === 'none';
    const colour = status === null || status === 'none' ? null : palette.status(status);
    const problem = scene.problems.get(box.id)?.level ?? null;
    context.globalAlpha = scene.matched !== null && !scene.matched.has(box.id) ? 0.35 : 1;
    context.fillStyle = colour === null ? palette.surface : colour.soft;
    context.strokeStyle =
      colour !== null
        ? colour.line
        : problem === 'error'
          ? palette.failed
          : problem === 'warning'
            ? palette.warning
            : plain && status === 'none'
              ? palette.line
              : palette.control;
    context.setLineDash(status === 'skipped' || status === 'upstream_failed' || box.task?.disabled ? [2, 2] : []);
    context.beginPath();
    if (h < 8) context.rect(x, y, w, h);
    else context.roundRect(x, y, w, h, Math.min(3, h / 4));
    context.fill();
    context.stroke();
    context.setLineDash([]);
    if (scene.selected.has(box.id)) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 2;
      context.beginPath();
      context.roundRect(x - 1.5, y - 1.5, w + 3, h + 3, Math.min(4, h / 3));
      context.stroke();
      context.lineWidth = 1;
    }
    if (status !== null && status !== 'none' && h >= 10)
      glyph(context, status, colour?.line ?? palette.control, palette.onStatus, x + w / 2, y + h / 2);
  }
  context.globalAlpha = 1;
}

function glyph(
  context: CanvasRenderingContext2D,
  status: keyof typeof glyphPaths,
  colour: string,
  on: string,
  x: number,
  y: number,
): void {
  const size = 11;
  const shape = glyphPaths[status];
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 16, size / 16);
  context.lineWidth = 1.75;
  context.lineCap = 'round';
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (shape.fill !== undefined) context.fill(path(shape.fill));
  if (shape.stroke !== undefined) context.stroke(path(shape.stroke));
  if (shape.on !== undefined) {
    context.strokeStyle = on;
    context.stroke(path(shape.on));
  }
  context.restore();
}
