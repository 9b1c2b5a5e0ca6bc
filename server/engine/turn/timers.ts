import { Heap, type HeapEntry } from '#domain/admission/heap.ts';

interface Timer {
  key: string;
  at: number;
  fire: () => void;
}

/** All instants a host waits for, in one heap. It knows no clock: the caller says what time it is. */
export class Timers {
  private readonly heap = new Heap<Timer>((a, b) => a.at < b.at);
  private readonly entries = new Map<string, HeapEntry<Timer>>();

  /** Sets or replaces the timer of this name. */
  set(key: string, at: number, fire: () => void): void {
    this.clear(key);
    this.entries.set(key, this.heap.push({ key, at, fire }));
  }

  clear(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.heap.remove(entry);
    this.entries.delete(key);
  }

  /** The nearest instant, or null. */
  nextAt(): number | null {
    return this.heap.peek()?.at ?? null;
  }

  /** Fires everything due at or before `now`, in order; gives how many. */
  fireDue(now: number): number {
    let fired = 0;
    for (let first = this.heap.peek(); first && first.at <= now; first = this.heap.peek()) {
      this.heap.pop();
      this.entries.delete(first.key);
      fired++;
      first.fire();
    }
    return fired;
  }
}
