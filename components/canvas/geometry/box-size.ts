import type { Direction } from './direction.ts';

/** Width of a task box, px. */
export const boxWidth = 184;
/** Height of a task box, px. */
export const boxHeight = 52;

/** Size of a task's box in px. Left to right, ports stand on the side, so a box with more than three of them grows. */
export function boxSize(portCount: number, direction: Direction): { width: number; height: number } {
  return { width: boxWidth, height: direction === 'LR' && portCount > 3 ? portCount * 16 + 4 : boxHeight };
}
