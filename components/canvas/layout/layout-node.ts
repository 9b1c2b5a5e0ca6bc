import type { LayoutGraph } from './graph.ts';

/** Width of a letter of a port's name and the most it takes, and its distance from the box and the next one, px (canvas.css, `.cv-port`). */
const letter = 6.2;
const most = 98;
const around = 24;

/** A box for the layout: the names of several ports stand beside it in a drawing from left to right, and want room before the next rank. */
export function layoutNode(box: {
  id: string;
  rect: { width: number; height: number };
  ports: readonly string[];
}): LayoutGraph['nodes'][number] {
  const { id, rect, ports } = box;
  const names = ports.length > 1 ? Math.max(...ports.map((port) => Math.min(most, port.length * letter))) + around : 0;
  return { id, width: rect.width, height: rect.height, beside: Math.ceil(names) };
}
