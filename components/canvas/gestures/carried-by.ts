import type { Drawing } from '../project/drawing.ts';

/** Places of boxes, by id, and of notes, by `note:<id>`, px. */
export type Places = ReadonlyMap<string, { x: number; y: number }>;

/** What moves when one thing is dragged, with where it stands now: itself, or all that is selected with it; a frame takes its boxes along. */
export function carriedBy(
  grabbed: string,
  selected: ReadonlySet<string>,
  drawing: Drawing,
  frames: readonly { group: string; members: readonly string[] }[],
  notes: Places,
): Map<string, { x: number; y: number }> {
  const carried = new Map<string, { x: number; y: number }>();
  const take = (id: string): void => {
    const place = drawing.boxes.get(id)?.rect ?? notes.get(id);
    if (place !== undefined) carried.set(id, { x: place.x, y: place.y });
    else if (id.startsWith('frame:')) frames.find((frame) => frame.group === id.slice(6))?.members.forEach(take);
  };
  for (const id of selected.has(grabbed) ? selected : [grabbed]) take(id);
  return carried;
}

/** The same things so many px farther. */
export function shifted(places: Places, dx: number, dy: number): Map<string, { x: number; y: number }> {
  return new Map([...places].map(([id, at]) => [id, { x: at.x + dx, y: at.y + dy }]));
}
