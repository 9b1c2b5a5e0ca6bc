import { useSyncExternalStore } from 'react';

const key = 'drawloom:dock-height';
const usual = 280;

const listeners = new Set<() => void>();
let kept: number | null = null;
function read(): number {
  if (kept !== null) return kept;
  try {
    kept = Number(localStorage.getItem(key)) || usual;
  } catch {
    kept = usual;
  }
  return kept;
}
function keep(px: number | null): void {
  kept = px ?? usual;
  try {
    localStorage.setItem(key, String(kept));
  } catch {
    // Storage is closed: it lasts as long as the page.
  }
  for (const tell of [...listeners]) tell();
}

/** Height of the panel below the drawing, px, as this browser's person left it, and the way to set it; null: the usual one. */
export function useDockHeight(): [number, (px: number | null) => void] {
  const height = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    read,
    () => usual,
  );
  return [height, keep];
}
