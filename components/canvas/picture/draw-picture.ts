import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { drawingBounds } from '../far/drawing-bounds.ts';
import type { FarScene } from '../far/far-scene.ts';
import { readPalette, type FarPalette } from '../far/palette.ts';
import { shortText } from '../far/short-text.ts';
import type { Rect } from '../geometry/rect.ts';
import { groupHue } from '../project/group-color.ts';
import { taskSummary } from '../project/task-summary.ts';
import { createCanvasPen } from './canvas-pen.ts';
import { drawBox, type BoxWords } from './draw-box.ts';
import { drawThreads } from './draw-threads.ts';
import { fontFaces } from './font-faces.ts';
import { iconPath } from './icon-path.ts';
import type { Pen } from './pen.ts';
import { roundedRect } from './rounded-rect.ts';
import { createSvgPen } from './svg-pen.ts';

const margin = 32;
const head = 32;
/** A PNG is drawn at twice its size, or less where a browser could not hold it. */
const sharp = 2;
const mostSide = 16_000;
const mostPixels = 120_000_000;

/** What a picture shows: its name above the drawing, and only these boxes, notes (`note:`) and frames (`frame:`) when given. */
export interface PictureOptions {
  title: string;
  only?: readonly string[];
  catalog: readonly Manifest[];
}

/**
 * The drawing as a file, at 100 % and in the colours of the present theme; `root` is the canvas on the page, whose tokens and icons it takes.
 * Rejects with a sentence when there is nothing to draw or the browser cannot make a picture so large.
 */
export async function drawPicture(kind: 'svg' | 'png', scene: FarScene, root: Element, options: PictureOptions): Promise<Blob> {
  const part = partOf(scene, options.only);
  const bounds = drawingBounds(part);
  if (bounds === null) throw new Error('There is nothing to draw yet.');
  const area: Rect = {
    x: bounds.x - margin,
    y: bounds.y - margin - head,
    width: Math.max(bounds.width, 240) + 2 * margin,
    height: bounds.height + 2 * margin + head,
  };
  const palette = readPalette(root);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw pictures.');
  // What is written is measured in the fonts of the page, which may still be on their way.
  await document.fonts.ready;
  const draw = (pen: Pen): void => drawAll(pen, part, palette, root, context, area, options);
  if (kind === 'svg') {
    const pen = createSvgPen(area, options.title, await fontFaces([palette.sans, palette.mono]));
    draw(pen);
    return new Blob([pen.file()], { type: 'image/svg+xml' });
  }
  const scale = Math.min(
    sharp,
    mostSide / area.width,
    mostSide / area.height,
    Math.sqrt(mostPixels / (area.width * area.height)),
  );
  canvas.width = Math.ceil(area.width * scale);
  canvas.height = Math.ceil(area.height * scale);
  context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
  draw(createCanvasPen(context));
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new Error('The picture is too large for this browser. Save it as SVG, or save a part of the drawing.'))
          : resolve(blob),
      'image/png',
    ),
  );
}

/** The scene with nothing but what is wanted. */
function partOf(scene: FarScene, only: readonly string[] | undefined): FarScene {
  const wanted = new Set(only);
  const frames = scene.frames.filter((frame) => wanted.has(`frame:${frame.group}`));
  for (const frame of frames) for (const id of frame.members) wanted.add(id);
  const boxes = new Map([...scene.drawing.boxes].filter(([id]) => wanted.has(id)));
  const notes = scene.notes.filter((note) => wanted.has(`note:${note.id}`));
  if (boxes.size === 0 && notes.length === 0) return scene;
  return { ...scene, drawing: { ...scene.drawing, boxes }, frames, notes };
}

function drawAll(
  pen: Pen,
  scene: FarScene,
  palette: FarPalette,
  root: Element,
  context: CanvasRenderingContext2D,
  area: Rect,
  { title, catalog }: PictureOptions,
): void {
  pen.path(roundedRect(area.x, area.y, area.width, area.height, 0), { fill: palette.canvas });
  const cut: BoxWords['cut'] = (text, width, size, weight) => {
    context.font = `${weight} ${size}px ${palette.sans}`;
    return shortText(context, text, width);
  };
  pen.text(cut(title, area.width - 2 * margin, 14, 560), area.x + margin, area.y + margin, {
    size: 14,
    weight: 560,
    fill: palette.text,
    family: palette.sans,
  });
  for (const frame of scene.frames) {
    const { x, y, width, height } = frame.rect;
    const hue = groupHue(frame.color);
    const outline = roundedRect(x, y, width, height, 8);
    if (hue !== null) pen.path(outline, { fill: palette.status(hue).line, opacity: 0.07 });
    pen.path(outline, {
      stroke: hue === null ? palette.line : palette.status(hue).line,
      ...(hue === null ? {} : { opacity: 0.6 }),
    });
    pen.text(cut(frame.name, width - 20, 11, 400), x + 10, y + 14, {
      size: 11,
      weight: 400,
      fill: palette.text3,
      family: palette.sans,
    });
  }
  for (const note of scene.notes) {
    const { x, y, width, height } = note.rect;
    pen.path(roundedRect(x, y, width, height, 4), { fill: palette.sunken, stroke: palette.line });
    note.text.split('\n').forEach((line, i) => {
      const at = y + 18 + 16 * i;
      if (at > y + height - 6) return;
      const plain = line
        .replace(/^#+ /, '')
        .replace(/^[-*] /, '• ')
        .replaceAll('**', '');
      const weight = /^#+ /.test(line) ? 560 : 400;
      pen.text(cut(plain, width - 24, 12, weight), x + 12, at, { size: 12, weight, fill: palette.text2, family: palette.sans });
    });
  }
  const shown = new Set(scene.drawing.boxes.keys());
  drawThreads(pen, scene, palette, shown);
  const manifests = new Map(catalog.map((m) => [`${m.type}@${m.version}`, m]));
  const icons = new Map<string, string>();
  for (const box of scene.drawing.boxes.values()) {
    const manifest = box.task === null ? undefined : manifests.get(box.task.operator);
    const name = box.task === null ? 'layers' : (manifest?.icon ?? 'box');
    const icon = icons.get(name) ?? iconPath(root, name);
    icons.set(name, icon);
    const second = box.task === null ? `${box.members.length} tasks` : taskSummary(manifest, box.task.config);
    drawBox(pen, box, scene, palette, { second, icon, cut });
  }
}
