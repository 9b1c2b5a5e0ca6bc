import { useSyncExternalStore } from 'react';

/** Where the tour stands in this browser: a step, or left (or done, which is the same), or never begun. */
type TourState = { kind: 'new' } | { kind: 'at'; step: number } | { kind: 'left' };

const key = 'drawloom:tour';
const unknown: TourState = { kind: 'left' };
const listeners = new Set<() => void>();
let state: TourState | null = null;

function read(): TourState {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return { kind: 'new' };
    const step = Number(text);
    return Number.isInteger(step) && step >= 0 ? { kind: 'at', step } : { kind: 'left' };
  } catch {
    return unknown;
  }
}

/** Moves the tour: a step begins or resumes it, `null` leaves it, which is remembered. */
export function setTour(step: number | null): void {
  state = step === null ? { kind: 'left' } : { kind: 'at', step };
  try {
    localStorage.setItem(key, step === null ? 'left' : String(step));
  } catch {
    // Without storage it is offered again next time.
  }
  for (const listener of listeners) listener();
}

/** Where the tour stands; on the server and before the browser has spoken it is not shown. */
export const useTour = (): TourState =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => (state ??= read()),
    () => unknown,
  );
