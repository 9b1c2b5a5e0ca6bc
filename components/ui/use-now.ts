'use client';
import { useSyncExternalStore } from 'react';
import { useRenderedAt } from './rendered-at.tsx';

/** One clock for everybody who wants the same step. */
class Clock {
  private now = Date.now();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly stepMs: number) {}

  // The same function at each render: a new one would be subscribed anew each time.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.timer === null) {
      this.now = Date.now();
      this.timer = setInterval(() => this.tick(), this.stepMs);
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0 || this.timer === null) return;
      clearInterval(this.timer);
      this.timer = null;
    };
  };
  readonly read = (): number => {
    // Nobody moves it while nobody looks. Whole steps, since a store must say the same twice in a row.
    if (this.timer === null && Math.abs(Date.now() - this.now) >= this.stepMs) this.now = Date.now();
    return this.now;
  };

  private tick(): void {
    this.now = Date.now();
    for (const listener of this.listeners) listener();
  }
}
const clocks = new Map<number, Clock>();

function clockOf(stepMs: number): Clock {
  let clock = clocks.get(stepMs);
  if (!clock) clocks.set(stepMs, (clock = new Clock(stepMs)));
  return clock;
}

/** The present in ms since the epoch, moving in steps of `stepMs`: one timer for everybody with the same step, none while nobody looks. The first render in a browser has the server's moment: React mends only words that differ from what it rendered itself. */
export function useNow(stepMs = 1000): number {
  const clock = clockOf(stepMs);
  const renderedAt = useRenderedAt();
  return useSyncExternalStore(clock.subscribe, clock.read, () => renderedAt ?? clock.read());
}
