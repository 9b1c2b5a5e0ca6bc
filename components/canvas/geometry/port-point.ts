import type { Direction } from './direction.ts';

interface Size {
  width: number;
  height: number;
}

/** Distance of the outermost branch ports from the corners, px. */
const inset = 28;

/** Where the input port stands, relative to the box's upper left corner. */
export function inputPoint(size: Size, direction: Direction): { x: number; y: number } {
  return direction === 'TB' ? { x: size.width / 2, y: 0 } : { x: 0, y: size.height / 2 };
}

/** Where the `index`-th of `count` output ports stands, relative to the box's upper left corner. One port is centred; several are spread evenly. */
export function outputPoint(size: Size, direction: Direction, index: number, count: number): { x: number; y: number } {
  const side = direction === 'TB' ? size.width : size.height;
  const from = direction === 'TB' ? inset : 10;
  const along = count <= 1 ? side / 2 : from + ((side - 2 * from) * index) / (count - 1);
  return direction === 'TB' ? { x: along, y: size.height } : { x: size.width, y: along };
}
