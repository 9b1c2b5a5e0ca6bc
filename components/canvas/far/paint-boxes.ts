import { boxHeight } from '../geometry/box-size.ts';
import type { Places } from '../gestures/carried-by.ts';
import { boxLook, type BoxLook } from './box-look.ts';
import type { FarScene } from './far-scene.ts';
import type { FarPalette } from './palette.ts';
import type { FarView } from './paint-far.ts';
import { paintGlyph } from './paint-glyph.ts';
import { shortText } from './short-text.ts';

/** From this zoom on a painted box bears its name. */
const nameZoom = 0.35;
/** A box lower than this, px of the screen, is all border: it is a block of that colour. */
const leastBorder = 4;
/** A box lower than this has square corners and shares one path with all that look alike. */
const leastOwn = 12;

/** Paints the boxes that are seen: their status or problem by colour, a glyph from 10 px of height on, the name from zoom 0.35 on. */
export function paintBoxes(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  palette: FarPalette,
  view: FarView,
  moved: Places | null,
  hovered: string | null,
): void {
  const { zoom } = view;
  const named = zoom >= nameZoom;
  // Thousands of boxes of a few px: a fill and a stroke for each of them would cost several frames.
  const shared = new Map<string, { look: BoxLook; path: Path2D }>();
  const after: (() => void)[] = [];
  context.textBaseline = 'middle';
  for (const box of scene.drawing.boxes.values()) {
    const at = moved?.get(box.id) ?? box.rect;
    const x = at.x * zoom + view.x;
    const y = at.y * zoom + view.y;
    const w = box.rect.width * zoom;
    const h = box.rect.height * zoom;
    if (x > view.width || y > view.height || x + w < 0 || y + h < 0) continue;
    const look = boxLook(scene, palette, box, named);
    const { status } = look;
    const chosen = scene.selected.has(box.id);
    const over = hovered === box.id;
    const glyph = status !== null && status !== 'none' && h >= 10 ? status : null;
    const onTop = (): void => {
      if (chosen || over) paintHalo(context, chosen ? palette.accent : palette.text2, x, y, w, h);
      if (glyph !== null) paintGlyph(context, glyph, look.stroke, palette.onStatus, named ? x + w - 10 : x + w / 2, y + h / 2);
      if (!named) return;
      context.font = palette.font;
      context.fillStyle = status === 'none' || box.task?.disabled ? palette.text2 : palette.text;
      context.fillText(shortText(context, box.title, w - 8 - (glyph === null ? 0 : 16)), x + 5, y + h / 2 + 0.5);
    };
    if (h < leastOwn) {
      let same = shared.get(look.key);
      if (same === undefined) shared.set(look.key, (same = { look, path: new Path2D() }));
      same.path.rect(x, y, w, h);
      if (chosen || over || glyph !== null) after.push(onTop);
      continue;
    }
    const path = new Path2D();
    path.roundRect(x, y, w, h, Math.min(3, h / 4));
    paintLook(context, look, path);
    onTop();
  }
  for (const { look, path } of shared.values()) {
    if (boxHeight * zoom < leastBorder) paintBlock(context, look, palette, path);
    else paintLook(context, look, path);
  }
  context.globalAlpha = 1;
  for (const paint of after) paint();
  context.globalAlpha = 1;
}

function paintLook(context: CanvasRenderingContext2D, look: BoxLook, path: Path2D): void {
  context.globalAlpha = look.faint ? 0.35 : 1;
  context.fillStyle = look.fill;
  context.strokeStyle = look.stroke;
  if (look.dashed) context.setLineDash([2, 2]);
  context.fill(path);
  context.stroke(path);
  if (look.dashed) context.setLineDash([]);
}

function paintBlock(context: CanvasRenderingContext2D, look: BoxLook, palette: FarPalette, path: Path2D): void {
  context.globalAlpha = look.faint ? 0.35 : 1;
  context.fillStyle = look.stroke === palette.control ? palette.line : look.stroke;
  context.fill(path);
}

function paintHalo(context: CanvasRenderingContext2D, colour: string, x: number, y: number, w: number, h: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(x - 1.5, y - 1.5, w + 3, h + 3, Math.min(4, h / 3));
  context.stroke();
  context.lineWidth = 1;
}
