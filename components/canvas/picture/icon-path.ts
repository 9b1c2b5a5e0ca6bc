import { roundedRect } from './rounded-rect.ts';

/** Path data of an operator's icon on its grid of 24, read from the sprite of the canvas; empty when there is none. */
export function iconPath(root: Element, name: string): string {
  const symbol = root.querySelector(`#${CSS.escape(`cv-i-${name}`)}`);
  if (symbol === null) return '';
  return [...symbol.querySelectorAll('path, circle, ellipse, rect, line, polyline, polygon')].map(dataOf).join('');
}

function dataOf(shape: Element): string {
  const n = (name: string): number => Number(shape.getAttribute(name) ?? 0);
  switch (shape.tagName.toLowerCase()) {
    case 'path':
      return shape.getAttribute('d') ?? '';
    case 'circle':
      return ellipse(n('cx'), n('cy'), n('r'), n('r'));
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), n('rx'), n('ry'));
    case 'rect':
      return roundedRect(n('x'), n('y'), n('width'), n('height'), n('rx') || n('ry'));
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
    default: {
      const points = (shape.getAttribute('points') ?? '').trim().replace(/\s+/g, ' ');
      return points === '' ? '' : `M${points}${shape.tagName.toLowerCase() === 'polygon' ? 'Z' : ''}`;
    }
  }
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
