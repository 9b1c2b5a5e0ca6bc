import { boxHeight, boxWidth } from './box-size.ts';
import type { Direction } from './direction.ts';

/** Upper left corner of a new box at a point, on the grid: at a wire's end its input port lies there, else its middle. px of the drawing. */
export function newPlace(p: { x: number; y: number }, direction: Direction, wired: boolean): [number, number] {
  const snap = (v: number): number => Math.round(v / 4) * 4;
  const x = wired && direction === 'LR' ? p.x : p.x - boxWidth / 2;
  const y = wired && direction === 'TB' ? p.y : p.y - boxHeight / 2;
  return [snap(x), snap(y)];
}
