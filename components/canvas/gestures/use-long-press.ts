import { useEffect, useRef, type TouchEvent } from 'react';

const pressMs = 500;
const slack = 10;

/**
 * A finger that rests half a second asks for the menu, as the right button of a mouse does. Two fingers move the view and ask for nothing.
 * All on the way down: React Flow and whoever takes the finger for a drag let no touch go up again.
 */
export function useLongPress(ask: (target: Element, screen: { x: number; y: number }) => boolean) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const from = useRef({ x: 0, y: 0 });
  const asked = useRef(false);
  const stop = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => stop, []);
  return {
    onTouchStartCapture(event: TouchEvent): void {
      stop();
      asked.current = false;
      const touch = event.touches[0];
      const { target } = event;
      if (event.touches.length !== 1 || touch === undefined || !(target instanceof Element)) return;
      from.current = { x: touch.clientX, y: touch.clientY };
      timer.current = setTimeout(() => {
        timer.current = null;
        asked.current = ask(target, from.current);
      }, pressMs);
    },
    onTouchMoveCapture(event: TouchEvent): void {
      const touch = event.touches[0];
      if (
        event.touches.length > 1 ||
        touch === undefined ||
        Math.hypot(touch.clientX - from.current.x, touch.clientY - from.current.y) > slack
      )
        stop();
    },
    onTouchEndCapture(event: TouchEvent): void {
      stop();
      // The finger that asked is no press beside the menu, which would close it.
      if (asked.current && event.cancelable) event.preventDefault();
      asked.current = false;
    },
    onTouchCancelCapture: stop,
  };
}
