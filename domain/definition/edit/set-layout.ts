import type { Workflow } from '../schema/workflow.ts';
import { placeBoxes } from './place-boxes.ts';

/** Puts boxes at places, turns the drawing, or sets sizes, px; what is not named stays. What auto-layout makes is one such edit. */
export function setLayout(
  workflow: Workflow,
  {
    positions = {},
    direction,
    sizes,
  }: {
    positions?: Record<string, [number, number]> | undefined;
    direction?: 'LR' | 'TB' | undefined;
    sizes?: Record<string, [number, number]> | undefined;
  },
): Workflow {
  const placed = placeBoxes(workflow, positions);
  const before = placed.layout ?? { positions: {}, direction: 'LR' as const };
  const turned = direction === undefined || direction === before.direction ? before : { ...before, direction };
  const sized = sizes === undefined ? turned : { ...turned, sizes: { ...turned.sizes, ...sizes } };
  return sized === before ? placed : { ...placed, layout: sized };
}
