import type { Places } from '../gestures/carried-by.ts';
import { shortText } from './short-text.ts';
import type { FarScene } from './far-scene.ts';
import { paintGlyph } from './paint-glyph.ts';
import type { FarPalette } from './palette.ts';
import type { FarView } from './paint-far.ts';

/** From this zoom on a painted box bears its name. */
const nameZoom = 0.35;

/** Paints the boxes that are seen: their status or problem by colour, a glyph from 10 px of height on, the name from zoom 0.35 on. */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  palette: FarPalette,
  view: FarView,
  moved: Places | null,
): void {
  const { zoom } = view;
  const named = zoom >= nameZoom;
  context.textBaseline = 'middle';
  for (const box of scene.drawing.boxes.values()) {
    const at = moved?.get(box.id) ?? box.rect;
    const x = at.x * zoom + view.x;
    const y = at.y * zoom + view.y;
    const w = box.rect.width * zoom;
    const h = box.rect.height * zoom;
    if (x > view.width || y > view.height || x + w < 0 || y + h < 0) continue;
    const status = scene.live === null ? null : (scene.live.task(box.id)?.status ?? 'none');
    const colour = status === null || status === 'none' ? null : palette.status(status);
    const problem = scene.problems.get(box.id)?.level ?? null;
    context.globalAlpha = scene.matched !== null && !scene.matched.has(box.id) ? 0.35 : 1;
    context.fillStyle = colour === null || (named && status !== 'failed') ? palette.surface : colour.soft;
    context.strokeStyle =
      colour !== null
        ? colour.line
        : problem === 'error'
          ? palette.failed
          : problem === 'warning'
            ? palette.warning
            : status === 'none'
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
    const glyph = status !== null && status !== 'none' && h >= 10;
    if (named) {
      context.font = palette.font;
      context.fillStyle = status === 'none' || box.task?.disabled ? palette.text2 : palette.text;
      context.fillText(shortText(context, box.title, w - 8 - (glyph ? 16 : 0)), x + 5, y + h / 2 + 0.5);
      if (glyph) paintGlyph(context, status, colour?.line ?? palette.control, palette.onStatus, x + w - 10, y + h / 2);
    } else if (glyph) paintGlyph(context, status, colour?.line ?? palette.control, palette.onStatus, x + w / 2, y + h / 2);
  }
  context.globalAlpha = 1;
}
