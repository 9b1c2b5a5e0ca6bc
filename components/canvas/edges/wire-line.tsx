import type { ConnectionLineComponentProps } from '@xyflow/react';
import { Position } from '@xyflow/react';
import { routeEdge } from './route.ts';
import { threadPath, tipPath } from './thread-path.ts';

const nothing = { rects: () => [], touches: () => false };

/** The wire under the hand: accent, dashes 6/4. */
export function WireLine({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const direction = fromPosition === Position.Bottom || fromPosition === Position.Top ? 'TB' : 'LR';
  const points = routeEdge({ x: fromX, y: fromY }, { x: toX, y: toY }, direction, nothing);
  return (
    <g className="cv-wire">
      <path className="line" d={threadPath(points, [], 9)} />
      <path className="tip" d={tipPath(points, 4)} />
    </g>
  );
}
