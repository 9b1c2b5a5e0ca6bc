import type { Direction } from './direction.ts';
import type { Rect } from './rect.ts';

/** Where the view must stand so that the whole area is seen, never above 100 %. `area` null: an empty cloth. */
export function fitView(area: Rect | null, width: number, height: number): { x: number; y: number; zoom: number } {
  if (area === null || width === 0) return { x: width / 2 - 92, y: height / 3, zoom: 1 };
  const pad = Math.min(32, width * 0.06);
  const zoom = Math.max(
    0.02,
    Math.min(1, (width - 2 * pad) / area.width, (height - 2 * Math.min(56, height * 0.08)) / area.height),
  );
  return {
    x: width / 2 - (area.x + area.width / 2) * zoom,
    y: height / 2 - (area.y + area.height / 2) * zoom,
    zoom,
  };
}

/** From this zoom on the boxes bear their names. */
const nameZoom = 0.36;

/**
 * The view a drawing opens with: all of it, but never so small that its names are gone; then its beginning is seen, where the leftmost (from
 * top to bottom: the topmost) box stands.
 */
export function startView(
  area: Rect | null,
  boxes: Iterable<Rect>,
  direction: Direction,
  width: number,
  height: number,
): { x: number; y: number; zoom: number } {
  const whole = fitView(area, width, height);
  if (area === null || whole.zoom >= nameZoom) return whole;
  const zoom = nameZoom;
  const down = direction === 'TB';
  let first: Rect | null = null;
  for (const rect of boxes)
    if (
      first === null ||
      (down
        ? rect.y < first.y || (rect.y === first.y && rect.x < first.x)
        : rect.x < first.x || (rect.x === first.x && rect.y < first.y))
    )
      first = rect;
  const pad = 32;
  /** Along one axis: the middle when all of it fits, else as near to `at` as the border of the drawing lets it. */
  const along = (from: number, size: number, room: number, at: number): number => {
    if (size * zoom <= room - 2 * pad) return room / 2 - (from + size / 2) * zoom;
    return Math.max(room - pad - (from + size) * zoom, Math.min(pad - from * zoom, room / 2 - at * zoom));
  };
  const begin = first ?? area;
  return {
    x: along(area.x, area.width, width, down ? begin.x + begin.width / 2 : area.x),
    y: along(area.y, area.height, height, down ? area.y : begin.y + begin.height / 2),
    zoom,
  };
}
