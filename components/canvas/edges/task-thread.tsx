import type { EdgeProps } from '@xyflow/react';
import { memo, use } from 'react';
import { CanvasContext } from '../canvas-context.ts';
import { useEdgeLive } from '../live/use-task-live.ts';
import type { Point } from './route.ts';
import { routeEdge } from './route.ts';
import type { ThreadEdge } from './thread.ts';
import { ridePoint, threadPath, tipPath } from './thread-path.ts';

/** The rim of the port: where a thread ends and its arrow points. */
const rim = 5;
const nothing = { rects: () => [], touches: () => false };

/** A thread between two tasks. While one of its ends is dragged it finds its way anew at every frame; at rest it is drawn as laid. */
export const TaskThread = memo(function TaskThread(props: EdgeProps<ThreadEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, data, selected } = props;
  const shared = use(CanvasContext);
  const live = useEdgeLive(shared?.live ?? null, id);
  if (data === undefined) return null;
  const laid = data.points;
  const first = laid[0];
  const last = laid[laid.length - 1];
  const near = (p: Point | undefined, x: number, y: number): boolean =>
    p !== undefined && Math.abs(p.x - x) < 6 && Math.abs(p.y - y) < 6;
  const still = near(first, sourceX, sourceY) && near(last, targetX, targetY);
  const points = still ? laid : routeEdge({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, data.direction, nothing);
  const d = threadPath(points, still ? data.gaps : [], rim + 5);
  const text = live?.count ?? data.label;
  const ride = text === null || text === undefined ? null : ridePoint(points, still ? data.gaps : [], text);
  return (
    <g
      className="cv-thread"
      data-edge={id}
      data-state={live?.state ?? undefined}
      data-selected={selected || undefined}
      data-faint={data.faint || undefined}
      data-diff={data.diff ?? undefined}
      role="img"
      aria-label={
        data.name +
        (live?.count === undefined ? '' : `, ${live.count}`) +
        (live?.state === 'not-taken' ? ', not taken' : '') +
        (data.diff === null ? '' : `, ${data.diff}`)
      }
    >
      <path className="hit react-flow__edge-interaction" d={threadPath(points)} />
      <path className="line" d={d} />
      <path className="tip" d={tipPath(points, rim)} />
      {ride === null ? null : (
        <text className="count" x={ride.x} y={ride.y} dy="0.34em" textAnchor="middle">
          {text}
        </text>
      )}
    </g>
  );
});
