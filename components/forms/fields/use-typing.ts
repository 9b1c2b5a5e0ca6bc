import { useEffect, useRef, useState } from 'react';

/** A pause after which what stands in a field is meant, ms. */
const pauseMs = 1_000;

/**
 * Whether a person is in the middle of typing something that was good when they began: half of a template is no error yet.
 * What was wrong before stays told. Ends at a pause, or when the field is left.
 */
export function useTyping(): { isQuiet: boolean; typed(alarmed: boolean): void; rest(): void } {
  const [isQuiet, setQuiet] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const rest = (): void => {
    stop();
    setQuiet(false);
  };
  return {
    isQuiet,
    typed(alarmed) {
      if (alarmed && !isQuiet) return;
      stop();
      setQuiet(true);
      timer.current = setTimeout(rest, pauseMs);
    },
    rest,
  };
}
