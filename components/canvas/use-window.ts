import { useMemo } from 'react';
import { useStore } from '@xyflow/react';
import type { Rect } from './geometry/rect.ts';

/**
 * The area round what is seen, px of the drawing, in coarse steps: moving the view changes it only now and then. Null while the pane has no
 * size yet.
 */
export function useWindow(): Rect | null {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (width === 0 || height === 0) return '';
    const step = 2 ** Math.ceil(Math.log2(Math.max(width, height) / zoom / 3));
    const from = (v: number): number => Math.floor(-v / zoom / step - 0.25);
    const to = (v: number, size: number): number => Math.ceil((size - v) / zoom / step + 0.25);
    return `${step} ${from(x)} ${from(y)} ${to(x, width)} ${to(y, height)}`;
  });
  return useMemo(() => {
    if (key === '') return null;
    const [step = 1, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = key.split(' ').map(Number);
    return { x: x1 * step, y: y1 * step, width: (x2 - x1) * step, height: (y2 - y1) * step };
  }, [key]);
}
