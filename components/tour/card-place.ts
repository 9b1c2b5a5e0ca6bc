import type { Place } from './use-tour-place.ts';

const gap = 12;
const edge = 16;

/**
 * Where the card of the tour stands, px of the screen: beside what it points at, on the side with room; inside its lower end when that fills
 * the screen; below in the middle when there is nothing to point at. On a narrow screen always below.
 */
export function cardPlace(
  at: Place | null,
  card: { width: number; height: number },
  screen: { width: number; height: number },
): { left: number; top: number } {
  const within = (value: number, size: number, whole: number): number => Math.max(edge, Math.min(value, whole - size - edge));
  const low = screen.height - card.height - edge;
  if (at === null || screen.width < 640)
    return { left: within((screen.width - card.width) / 2, card.width, screen.width), top: low };
  const top = within(at.top, card.height, screen.height);
  const across = within(at.left, card.width, screen.width);
  // A low thing is a bar or a button: beside it the card would lie on its neighbours.
  if (at.height < 80 && at.top + at.height + gap + card.height + edge <= screen.height)
    return { left: across, top: at.top + at.height + gap };
  const right = at.left + at.width + gap;
  if (right + card.width + edge <= screen.width && at.width < screen.width / 2) return { left: right, top };
  const left = at.left - card.width - gap;
  if (left >= edge) return { left, top };
  if (at.top + at.height + gap + card.height + edge <= screen.height) return { left: across, top: at.top + at.height + gap };
  if (at.top - card.height - gap >= edge) return { left: across, top: at.top - card.height - gap };
  return { left: within(at.left + (at.width - card.width) / 2, card.width, screen.width), top: low };
}
