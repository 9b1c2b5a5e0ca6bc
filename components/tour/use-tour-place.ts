import { useEffect, useState } from 'react';

export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where on the screen the first thing is that a selector finds, followed while the page changes under it; null while there is none. */
export function useTourPlace(selector: string): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    let frame = 0;
    let last = '';
    const look = (): void => {
      frame = requestAnimationFrame(look);
      const box = [...document.querySelectorAll(selector)]
        .map((element) => element.getBoundingClientRect())
        .find(({ width, height }) => width > 0 && height > 0);
      const now = box === undefined ? '' : `${box.left} ${box.top} ${box.width} ${box.height}`;
      if (now === last) return;
      last = now;
      setPlace(box === undefined ? null : { left: box.left, top: box.top, width: box.width, height: box.height });
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [selector]);
  return place;
}
