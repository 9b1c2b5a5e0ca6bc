import type { FarHand } from './far-hand.ts';
import type { FarScene } from './far-scene.ts';
import { namePx } from './name-px.ts';
import { paintBoxes } from './paint-boxes.ts';
import { paintThreads } from './paint-threads.ts';
import type { FarPalette } from './palette.ts';
import { shortText } from './short-text.ts';
import { framesNow } from '../gestures/frames-now.ts';
import { groupHue } from '../project/group-color.ts';

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
  hand: Pick<FarHand, 'moved' | 'regroup' | 'band' | 'hovered'>,
): void {
  const { zoom } = view;
  const moved = hand.moved();
  const hovered = hand.hovered();
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.lineWidth = 1;
  context.lineJoin = 'round';
  context.font = palette.font;
  context.textBaseline = 'middle';
  const nowOf = moved === null ? null : framesNow(moved, scene.drawing, scene.frames, hand.regroup());
  for (const frame of scene.frames) {
    const now = nowOf?.(frame) ?? null;
    const rect = now?.rect ?? frame.rect;
    const into = now?.into === true;
    const [x, y, w, h] = [rect.x * zoom + view.x, rect.y * zoom + view.y, rect.width * zoom, rect.height * zoom];
    const id = `frame:${frame.group}`;
    const hue = groupHue(frame.color);
    const line = hue === null ? palette.line : palette.status(hue).line;
    if (into || hue !== null) {
      context.globalAlpha = 0.07;
      context.fillStyle = into ? palette.accent : line;
      context.fillRect(x, y, w, h);
      context.globalAlpha = 1;
    }
    context.strokeStyle = into || scene.selected.has(id) ? palette.accent : id === hovered ? palette.text2 : line;
    context.strokeRect(x, y, w, h);
    if (w < 60) continue;
    context.fillStyle = palette.text2;
    context.fillText(shortText(context, frame.name, w - 8), x + 4, y + 8 - namePx(zoom));
  }
  for (const { id, text, rect } of scene.notes) {
    const at = moved?.get(`note:${id}`) ?? rect;
    const [x, y, w, h] = [at.x * zoom + view.x, at.y * zoom + view.y, rect.width * zoom, rect.height * zoom];
    context.fillStyle = palette.sunken;
    context.strokeStyle = scene.selected.has(`note:${id}`)
      ? palette.accent
      : hovered === `note:${id}`
        ? palette.text2
        : palette.line;
    context.fillRect(x, y, w, h);
    context.strokeRect(x, y, w, h);
    if (w < 60 || h < 14) continue;
    context.fillStyle = palette.text2;
    context.fillText(shortText(context, text.split('\n')[0]?.replace(/^#+ |\*\*/g, '') ?? '', w - 8), x + 4, y + 8);
  }
  paintThreads(context, scene, palette, view, moved, hovered);
  paintBoxes(context, scene, palette, view, moved, hovered);
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
