import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { paintBoxes } from './paint-boxes.ts';
import { paintThreads } from './paint-threads.ts';
import type { FarPalette } from './palette.ts';
import { shortText } from './short-text.ts';

/** Where the view stands, and the size of the canvas in CSS px. */
export interface FarView {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
  ratio: number;
}

/** Paints the whole drawing for a view in which its boxes are no elements: frames, notes, threads, boxes, and what a hand does with them. */
export function paintFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  palette: FarPalette,
  view: FarView,
  hand: Pick<FarHand, 'moved' | 'band'>,
): void {
  const { zoom } = view;
  const moved = hand.moved();
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.lineWidth = 1;
  context.lineJoin = 'round';
  context.font = palette.font;
  context.textBaseline = 'middle';
  for (const frame of scene.frames) {
    if (moved !== null && frame.members.some((id) => moved.has(id))) continue;
    const { x, y, width, height } = frame.rect;
    context.strokeStyle = scene.selected.has(`frame:${frame.group}`) ? palette.accent : palette.line;
    context.strokeRect(x * zoom + view.x, y * zoom + view.y, width * zoom, height * zoom);
    if (width * zoom < 60) continue;
    context.fillStyle = palette.text2;
    context.fillText(shortText(context, frame.name, width * zoom - 8), x * zoom + view.x + 4, y * zoom + view.y + 8);
  }
  for (const { id, text, rect } of scene.notes) {
    const at = moved?.get(`note:${id}`) ?? rect;
    const [x, y, w, h] = [at.x * zoom + view.x, at.y * zoom + view.y, rect.width * zoom, rect.height * zoom];
    context.fillStyle = palette.sunken;
    context.strokeStyle = scene.selected.has(`note:${id}`) ? palette.accent : palette.line;
    context.fillRect(x, y, w, h);
    context.strokeRect(x, y, w, h);
    if (w < 60 || h < 14) continue;
    context.fillStyle = palette.text2;
    context.fillText(shortText(context, text.split('\n')[0]?.replace(/^#+ |\*\*/g, '') ?? '', w - 8), x + 4, y + 8);
  }
  paintThreads(context, scene, palette, view, moved);
  paintBoxes(context, scene, palette, view, moved);
  const band = hand.band();
  if (band === null) return;
  const [x, y, w, h] = [band.x * zoom + view.x, band.y * zoom + view.y, band.width * zoom, band.height * zoom];
  context.globalAlpha = 0.08;
  context.fillStyle = palette.accent;
  context.fillRect(x, y, w, h);
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.strokeRect(x, y, w, h);
}
