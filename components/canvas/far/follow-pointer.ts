import type { ReactFlowState, XYPosition } from '@xyflow/react';

/** So near the border of the pane the view comes along, px of the screen, and so fast at the border, px a frame: as React Flow does it. */
const border = 40;
const fastest = 15;

/**
 * Follows a pointer that was pressed until it is let go. `move` is told where it is whenever it or the view has moved; near the border of the
 * pane the view goes along. `end` gets null when the gesture was given up: Escape, a second finger. Gives what gives it up.
 */
export function followPointer(
  pane: Element,
  store: { getState: () => Pick<ReactFlowState, 'panBy'>; subscribe: (tell: () => void) => () => void },
  pointerId: number,
  hand: { move: (at: PointerEvent) => void; end: (at: PointerEvent | null) => void },
): () => void {
  let last: PointerEvent | null = null;
  let frame = 0;
  const moved = (): void => {
    if (last !== null) hand.move(last);
  };
  const leaveStore = store.subscribe(moved);
  const creep = (): void => {
    frame = requestAnimationFrame(creep);
    if (last === null) return;
    const by = creepOf(pane.getBoundingClientRect(), { x: last.clientX, y: last.clientY });
    if (by.x !== 0 || by.y !== 0) void store.getState().panBy(by);
  };
  frame = requestAnimationFrame(creep);
  const stop = (at: PointerEvent | null): void => {
    leaveStore();
    cancelAnimationFrame(frame);
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', giveUp);
    removeEventListener('pointerdown', second, true);
    removeEventListener('keydown', onKey, true);
    hand.end(at);
  };
  const giveUp = (): void => stop(null);
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    last = event;
    moved();
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId === pointerId) stop(event);
  };
  const second = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) giveUp();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    giveUp();
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', giveUp);
  addEventListener('pointerdown', second, true);
  addEventListener('keydown', onKey, true);
  return giveUp;
}

/** How far the view goes in this frame, px of the screen. */
function creepOf(pane: DOMRect, at: XYPosition): XYPosition {
  const speed = (near: number, far: number): number =>
    near < border
      ? (fastest * Math.min(border, border - near)) / border
      : far < border
        ? (-fastest * Math.min(border, border - far)) / border
        : 0;
  return { x: speed(at.x - pane.left, pane.right - at.x), y: speed(at.y - pane.top, pane.bottom - at.y) };
}
