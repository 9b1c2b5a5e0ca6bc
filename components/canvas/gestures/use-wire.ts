import { useReactFlow, type FinalConnectionState, type OnConnectStartParams } from '@xyflow/react';
import { useCallback, useEffect, useRef, type MouseEvent as ReactMouseEvent, type TouchEvent as ReactTouchEvent } from 'react';
import { boxHeight } from '../geometry/box-size.ts';
import { newPlace } from '../geometry/new-place.ts';
import type { Drawing } from '../project/drawing.ts';
import type { CanvasGestures } from './canvas-gestures.ts';
import { impossibleTargets } from './impossible-targets.ts';
import type { WireStore } from './wire-store.ts';

/** A wire may be let go so many px beside a box and still reach it. */
const catchRadius = 24;

/** Drawing a wire from a port: what can be reached lights up, what cannot says why, empty cloth asks what shall stand there. */
export function useWire(drawing: Drawing, wire: WireStore, gestures: CanvasGestures | undefined) {
  const flow = useReactFlow();
  const latest = useRef({ drawing, gestures });
  useEffect(() => {
    latest.current = { drawing, gestures };
  });
  const boxAt = useCallback(
    (x: number, y: number): string | null => {
      const p = flow.screenToFlowPosition({ x, y }, { snapToGrid: false });
      const reach = catchRadius / flow.getZoom();
      let best: string | null = null;
      let least = reach;
      for (const box of latest.current.drawing.boxes.values()) {
        const dx = Math.max(box.rect.x - p.x, 0, p.x - box.rect.x - box.rect.width);
        const dy = Math.max(box.rect.y - p.y, 0, p.y - box.rect.y - box.rect.height);
        const distance = Math.max(dx, dy);
        if (distance < least) {
          least = distance;
          best = box.id;
        }
      }
      return best;
    },
    [flow],
  );
  const follow = useRef<((event: PointerEvent | TouchEvent) => void) | null>(null);
  const stop = useCallback(() => {
    if (follow.current === null) return;
    document.removeEventListener('pointermove', follow.current as (event: PointerEvent) => void);
    document.removeEventListener('touchmove', follow.current as (event: TouchEvent) => void);
    follow.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const onConnectStart = useCallback(
    (_: ReactMouseEvent | MouseEvent | ReactTouchEvent | TouchEvent, params: OnConnectStartParams) => {
      const from = params.nodeId;
      if (from === null) return;
      const port = params.handleId ?? 'out';
      wire.start({ from, port, impossible: impossibleTargets(latest.current.drawing.edges, from, port) });
      const move = (event: PointerEvent | TouchEvent): void => {
        const at = 'touches' in event ? event.touches[0] : event;
        if (at !== undefined) wire.aim(boxAt(at.clientX, at.clientY));
      };
      stop();
      follow.current = move;
      document.addEventListener('pointermove', move);
      document.addEventListener('touchmove', move);
    },
    [wire, boxAt, stop],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      stop();
      const drawn = wire.wire();
      wire.end();
      if (drawn === null) return;
      const at = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (at === undefined) return;
      const target = state.toNode?.id ?? boxAt(at.clientX, at.clientY);
      const { gestures: hand } = latest.current;
      if (target === null) {
        const p = flow.screenToFlowPosition({ x: at.clientX, y: at.clientY }, { snapToGrid: false });
        const place = newPlace(p, latest.current.drawing.direction, true);
        hand?.ask({
          at: place,
          // Under the ghost, which shows where the answer will stand.
          screen: flow.flowToScreenPosition({ x: place[0], y: place[1] + boxHeight + 8 }),
          wire: { from: drawn.from, port: drawn.port },
        });
        return;
      }
      if (target === drawn.from) return;
      const reason = drawn.impossible.get(target);
      if (reason !== undefined) hand?.refuse(reason);
      else hand?.connect({ from: drawn.from, port: drawn.port, to: target });
    },
    [wire, boxAt, flow, stop],
  );
  return { onConnectStart, onConnectEnd };
}
