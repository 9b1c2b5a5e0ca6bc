import { useCallback, useEffect, useRef, useState } from 'react';

/** How long an edge stays pointed at after the pointer left it: the way to its buttons. */
const lingerMs = 240;

/** The edge under the pointer; it stays for the moment that the pointer needs to reach the buttons on it, and while it is over them. */
export function usePointedEdge(): {
  pointed: string | null;
  enter: (edge: string) => void;
  leave: () => void;
  hold: (held: boolean) => void;
  forget: () => void;
} {
  const [pointed, setPointed] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  const enter = useCallback(
    (edge: string) => {
      stop();
      setPointed(edge);
    },
    [stop],
  );
  const leave = useCallback(() => {
    stop();
    timer.current = setTimeout(() => setPointed(null), lingerMs);
  }, [stop]);
  const hold = useCallback((held: boolean) => (held ? stop() : leave()), [stop, leave]);
  const forget = useCallback(() => {
    stop();
    setPointed(null);
  }, [stop]);
  return { pointed, enter, leave, hold, forget };
}
