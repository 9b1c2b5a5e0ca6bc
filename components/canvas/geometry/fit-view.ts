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
