import { statusWord } from '#components/ui/status-word.ts';
import { glyphPaths } from '../far/glyph-paths.ts';
import type { FarScene } from '../far/far-scene.ts';
import type { FarPalette } from '../far/palette.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import { boxStatus } from '../live/box-status.ts';
import type { Box } from '../project/drawing.ts';
import type { Pen } from './pen.ts';
import { roundedRect } from './rounded-rect.ts';

/** What a picture needs to know of a box besides the scene. */
export interface BoxWords {
  second: string;
  /** Path data on a grid of 24. */
  icon: string;
  /** Cuts a text to a width, px, at a size. */
  cut: (text: string, width: number, size: number, weight: 400 | 560) => string;
}

/** Draws a box as it is seen at zoom 0.8 and above. */
export function drawBox(pen: Pen, box: Box, scene: FarScene, palette: FarPalette, words: BoxWords): void {
  const { x, y, width, height } = box.rect;
  const live = scene.live?.task(box.id) ?? null;
  const status = boxStatus(scene.live, live);
  const colour = status === null || status === 'none' ? null : palette.status(status);
  const disabled = box.task?.disabled === true;
  const opacity = scene.matched !== null && !scene.matched.has(box.id) ? 0.45 : 1;
  const problem = scene.problems.get(box.id)?.level ?? null;
  const strong = colour !== null && status !== 'success' && status !== 'cancelled' && status !== 'queued';
  const dashed = disabled || status === 'skipped' || status === 'upstream_failed';
  if (box.task?.map !== undefined)
    for (const k of [6, 3])
      pen.path(roundedRect(x + k, y + k, width, height, 6), { fill: palette.surface, stroke: palette.line, opacity });
  if (box.task === null) pen.path(roundedRect(x - 3.5, y - 3.5, width + 7, height + 7, 9), { stroke: palette.line, opacity });
  pen.path(roundedRect(x + 0.5, y + 0.5, width - 1, height - 1, 6), {
    fill: status === 'failed' && colour !== null ? colour.soft : palette.surface,
    stroke: strong ? colour.line : palette.line,
    ...(dashed ? { dash: [4, 3] } : {}),
    opacity,
  });
  const middle = y + height / 2;
  if (status === null)
    pen.path(roundedRect(x + 10.5, middle - 13.5, 27, 27, 4), { fill: palette.sunken, stroke: palette.line, opacity });
  else
    pen.path(
      'M0 13a13 13 0 1 0 26 0a13 13 0 1 0 -26 0z',
      { stroke: colour?.line ?? palette.line, width: 2, opacity },
      {
        x: x + 11,
        y: middle - 13,
        scale: 1,
      },
    );
  if (words.icon !== '')
    pen.path(
      words.icon,
      { stroke: palette.text2, width: 1.75, round: true, opacity },
      { x: x + 17, y: middle - 7, scale: 14 / 24 },
    );
  const glyph = status === null || status === 'none' ? null : glyphPaths[status];
  const room = width - 46 - 10 - (glyph === null ? 0 : 24);
  pen.text(words.cut(box.title, room, 13, 560), x + 46, middle - 7, {
    size: 13,
    weight: disabled ? 400 : 560,
    fill: disabled ? palette.text2 : palette.text,
    family: palette.sans,
    struck: disabled,
    opacity,
  });
  const second = status === null ? words.second : (live?.reason ?? statusWord(status));
  pen.text(words.cut(second, room, 11, 400), x + 46, middle + 9, {
    size: 11,
    weight: 400,
    fill: palette.text3,
    family: palette.sans,
    opacity,
  });
  if (glyph !== null) {
    const at = { x: x + width - 26, y: middle - 8, scale: 1 };
    const line = colour?.line ?? palette.control;
    if (glyph.fill !== undefined) pen.path(glyph.fill, { fill: line, opacity }, at);
    if (glyph.stroke !== undefined) pen.path(glyph.stroke, { stroke: line, width: 1.5, round: true, opacity }, at);
    if (glyph.on !== undefined) pen.path(glyph.on, { stroke: palette.onStatus, width: 1.5, round: true, opacity }, at);
  }
  if (problem !== null) {
    const tint = problem === 'error' ? palette.failed : palette.warning;
    const shape = problem === 'error' ? 'M5.3 1.6h5.4l3.7 3.7v5.4l-3.7 3.7H5.3l-3.7-3.7V5.3z' : 'M8 2 14.5 13.5h-13z';
    const at = { x: x + width - 8, y: y - 8, scale: 1 };
    pen.path(shape, { fill: palette.canvas, stroke: tint, width: 1.5, round: true }, at);
    pen.path(problem === 'error' ? 'M8 4.8v3.6M8 11v.2' : 'M8 6v3.4M8 11.4v.2', { stroke: tint, width: 1.5, round: true }, at);
  }
  drawPorts(pen, box, scene, palette, opacity);
}

function drawPorts(pen: Pen, box: Box, { drawing }: FarScene, palette: FarPalette, opacity: number): void {
  const { direction } = drawing;
  const disc = 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z';
  const at = (p: { x: number; y: number }) => ({ x: box.rect.x + p.x, y: box.rect.y + p.y, scale: 1 });
  pen.path(disc, { fill: palette.surface, stroke: palette.edge, width: 1.5, opacity }, at(inputPoint(box.rect, direction)));
  box.ports.forEach((port, i) => {
    const point = outputPoint(box.rect, direction, i, box.ports.length);
    pen.path(disc, { fill: palette.edge, stroke: palette.edge, width: 1.5, opacity }, at(point));
    if (box.ports.length < 2) return;
    const [x, y] = direction === 'TB' ? [point.x, point.y + 17] : [point.x + 8, point.y - 10];
    pen.text(port, box.rect.x + x, box.rect.y + y, {
      size: 11,
      weight: 400,
      fill: palette.text2,
      family: palette.sans,
      halo: palette.canvas,
      ...(direction === 'TB' ? { middle: true } : {}),
      opacity,
    });
  });
}
