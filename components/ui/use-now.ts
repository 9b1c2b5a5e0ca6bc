'use client';
import { useSyncExternalStore } from 'react';

interface Clock {
  now: number;
  listeners: Set<() => void>;
  timer: ReturnType<typeof setInterval> | null;
}
const clocks = new Map<number, Clock>();

function clockOf(stepMs: number): Clock {
  let clock = clocks.get(stepMs);
  if (!clock) clocks.set(stepMs, (clock = { now: Date.now(), listeners: new Set(), timer: null }));
  return clock;
}

/** The present in ms since the epoch, moving in steps of `stepMs`: one timer for everybody with the same step, none while nobody looks. */
export function useNow(stepMs = 1000): number {
  const clock = clockOf(stepMs);
  return useSyncExternalStore(
    (changed) => {
      clock.listeners.add(changed);
      clock.now = Date.now();
      clock.timer ??= setInterval(() => {
        clock.now = Date.now();
        for (const listener of clock.listeners) listener();
      }, stepMs);
      return () => {
        clock.listeners.delete(changed);
        if (clock.listeners.size > 0 || clock.timer === null) return;
        clearInterval(clock.timer);
        clock.timer = null;
      };
    },
    () => clock.now,
    () => clock.now,
  );
}
