import type { Pen } from './pen.ts';

/** A pen that draws on a 2-D canvas, in the coordinates its context is set to. */
export function createCanvasPen(context: CanvasRenderingContext2D): Pen {
  const paths = new Map<string, Path2D>();
  const pathOf = (d: string): Path2D => {
    const made = paths.get(d) ?? new Path2D(d);
    paths.set(d, made);
    return made;
  };
  return {
    path(d, look, at) {
      context.save();
      if (at !== undefined) {
        context.translate(at.x, at.y);
        context.scale(at.scale, at.scale);
      }
      context.globalAlpha = look.opacity ?? 1;
      context.lineCap = look.round ? 'round' : 'butt';
      context.lineJoin = look.round ? 'round' : 'miter';
      // Shapes that come twice are moved ones; the others are made once and thrown away.
      const path = at === undefined ? new Path2D(d) : pathOf(d);
      if (look.fill !== undefined) {
        context.fillStyle = look.fill;
        context.fill(path);
      }
      if (look.stroke !== undefined) {
        context.strokeStyle = look.stroke;
        context.lineWidth = look.width ?? 1;
        context.setLineDash([...(look.dash ?? [])]);
        context.stroke(path);
      }
      context.restore();
    },
    text(text, x, y, look) {
      context.save();
      context.globalAlpha = look.opacity ?? 1;
      context.font = `${look.weight} ${look.size}px ${look.family}`;
      context.textBaseline = 'middle';
      context.textAlign = look.middle ? 'center' : 'left';
      if (look.halo !== undefined) {
        context.strokeStyle = look.halo;
        context.lineWidth = 6;
        context.lineJoin = 'round';
        context.strokeText(text, x, y);
      }
      context.fillStyle = look.fill;
      context.fillText(text, x, y);
      if (look.struck) {
        const { width } = context.measureText(text);
        context.fillRect(look.middle ? x - width / 2 : x, y, width, 1);
      }
      context.restore();
    },
  };
}
