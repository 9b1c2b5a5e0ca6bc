'use client';
import { useLayoutEffect, useRef, useState } from 'react';

/**
 * One function for as long as the component is there, which does what the newest given one does: handed down, it makes nobody render anew.
 * For what a person or a timer sets off, not for use while rendering.
 */
export function useHandler<Args extends unknown[], Result>(handler: (...args: Args) => Result): (...args: Args) => Result {
  const newest = useRef(handler);
  useLayoutEffect(() => void (newest.current = handler));
  const [same] = useState(
    () =>
      (...args: Args): Result =>
        newest.current(...args),
  );
  return same;
}
