import { ViewportPortal } from '@xyflow/react';
import { useCallback, useSyncExternalStore } from 'react';
import { boxHeight, boxWidth } from '../geometry/box-size.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import { routeEdge } from '../edges/route.ts';
import { threadPath, tipPath } from '../edges/thread-path.ts';
import type { Drawing } from '../project/drawing.ts';
import type { Ghost, GhostStore } from './ghost-store.ts';

const nothing = { rects: () => [], touches: () => false };
const size = { width: boxWidth, height: boxHeight };

/** Where the new box will stand: dashed, under the pointer while an operator is dragged, at a wire's end while it is chosen what follows. */
export function GhostBox({ store, asked, drawing }: { store: GhostStore; asked: Ghost | null; drawing: Drawing }) {
  const followed = useSyncExternalStore(
    useCallback((tell) => store.subscribe(tell), [store]),
    () => store.ghost(),
    () => null,
  );
  const ghost = followed ?? asked;
  if (ghost === null) return null;
  return (
    <ViewportPortal>
      {ghost.wire === null ? null : <GhostWire ghost={ghost} wire={ghost.wire} drawing={drawing} />}
      <div className="cv-ghost" style={{ transform: `translate(${ghost.x}px,${ghost.y}px)`, ...size }} />
    </ViewportPortal>
  );
}

function GhostWire({ ghost, wire, drawing }: { ghost: Ghost; wire: { from: string; port: string }; drawing: Drawing }) {
  const box = drawing.boxes.get(wire.from);
  if (box === undefined) return null;
  const out = outputPoint(box.rect, drawing.direction, Math.max(0, box.ports.indexOf(wire.port)), box.ports.length);
  const into = inputPoint(size, drawing.direction);
  const points = routeEdge(
    { x: box.rect.x + out.x, y: box.rect.y + out.y },
    { x: ghost.x + into.x, y: ghost.y + into.y },
    drawing.direction,
    nothing,
  );
  return (
    <svg className="cv-ghost-wire cv-wire" aria-hidden>
      <path className="line" d={threadPath(points, [], 9)} />
      <path className="tip" d={tipPath(points, 4)} />
    </svg>
  );
}
