'use client';
import { useEffect, useState } from 'react';
import { toastPlace, type ToastEdge } from './toast-place.ts';

/** Where toasts stand now, followed while some are shown: panels (`data-dock`) open and close under them, and dialogs. */
export function useToastPlace(shown: boolean): ToastEdge {
  const [place, setPlace] = useState<ToastEdge>({ edge: 'bottom', px: 40 });
  useEffect(() => {
    if (!shown) return;
    let frame = 0;
    let last = '';
    const look = (): void => {
      frame = requestAnimationFrame(look);
      const docks = [...document.querySelectorAll('[data-dock]')].map((dock) => dock.getBoundingClientRect());
      const dialog = document.querySelector('[data-dialog][data-open]')?.getBoundingClientRect() ?? null;
      const now = toastPlace({ width: innerWidth, height: innerHeight }, docks, dialog);
      if (`${now.edge} ${now.px}` === last) return;
      last = `${now.edge} ${now.px}`;
      setPlace(now);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return place;
}
