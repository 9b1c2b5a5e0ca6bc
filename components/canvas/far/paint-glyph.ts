import { glyphPaths } from './glyph-paths.ts';

const paths = new Map<string, Path2D>();
const path = (d: string): Path2D => {
  const known = paths.get(d);
  if (known !== undefined) return known;
  const made = new Path2D(d);
  paths.set(d, made);
  return made;
};

/** Paints the glyph of a status, 11 px, round a point of the canvas. */
export function paintGlyph(
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
