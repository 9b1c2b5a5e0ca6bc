import type { Usual } from '#domain/forecast/usual.ts';

/**
 * A duration as the history has them, ms, by a number from 0 to 1: a quarter below `lowMs`, half up to `highMs`, the slowest
 * as far above that as twice the way from the middle.
 */
export function variedMs({ lowMs, medianMs, highMs }: Usual, share: number): number {
  const knots = [Math.max(0, lowMs - (medianMs - lowMs)), lowMs, medianMs, highMs, highMs + 2 * (highMs - medianMs)];
  const place = Math.min(0.999_999, Math.max(0, share)) * 4;
  const below = Math.floor(place);
  return Math.round(knots[below]! + (knots[below + 1]! - knots[below]!) * (place - below));
}
