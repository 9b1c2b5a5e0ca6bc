import type { Clock } from '../clock.ts';

/** A clock that a test moves by hand. */
export class HandClock implements Clock {
  constructor(private at: number) {}

  now = (): number => this.at;
  monotonic = (): number => this.at;

  set(at: number): void {
    this.at = at;
  }

  add(ms: number): void {
    this.at += ms;
  }
}
