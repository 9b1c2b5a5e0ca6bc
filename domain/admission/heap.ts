/** One place in a heap; kept by whoever may want to leave before its turn. */
export interface HeapEntry<T> {
  readonly item: T;
  readonly heap: Heap<T>;
  gone: boolean;
}

/**
 * Binary heap, best first. Leaving from the middle only marks the entry; marked ones are passed over, and when they are more
 * than half of all the heap is made anew, so that every act costs O(log n) in the long run.
 */
export class Heap<T> {
  private entries: HeapEntry<T>[] = [];
  private live = 0;

  /** `before` is a total order: whether `a` comes out before `b`. */
  constructor(private readonly before: (a: T, b: T) => boolean) {}

  /** How many wait here. */
  get size(): number {
    return this.live;
  }

  push(item: T): HeapEntry<T> {
    const entry = { item, heap: this, gone: false };
    this.live++;
    this.entries.push(entry);
    this.rise(this.entries.length - 1);
    return entry;
  }

  /** The best one, or undefined. */
  peek(): T | undefined {
    while (this.entries[0]?.gone) this.dropFirst();
    return this.entries[0]?.item;
  }

  /** Takes the best one out. */
  pop(): T | undefined {
    const first = this.peek();
    if (first === undefined) return undefined;
    this.entries[0]!.gone = true;
    this.live--;
    this.dropFirst();
    return first;
  }

  /** Takes this one out, wherever it stands; nothing when it has left already. */
  remove(entry: HeapEntry<T>): void {
    if (entry.gone) return;
    entry.gone = true;
    this.live--;
    if (this.entries.length > 32 && this.entries.length > 2 * this.live) this.compact();
  }

  private compact(): void {
    this.entries = this.entries.filter((entry) => !entry.gone);
    for (let at = (this.entries.length >> 1) - 1; at >= 0; at--) this.sink(at);
  }

  private dropFirst(): void {
    const last = this.entries.pop();
    if (this.entries.length === 0 || last === undefined) return;
    this.entries[0] = last;
    this.sink(0);
  }

  private rise(from: number): void {
    const entries = this.entries;
    const entry = entries[from]!;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.before(entry.item, entries[up]!.item)) break;
      entries[at] = entries[up]!;
      at = up;
    }
    entries[at] = entry;
  }

  private sink(from: number): void {
    const entries = this.entries;
    const entry = entries[from]!;
    let at = from;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= entries.length) break;
      if (down + 1 < entries.length && this.before(entries[down + 1]!.item, entries[down]!.item)) down++;
      if (!this.before(entries[down]!.item, entry.item)) break;
      entries[at] = entries[down]!;
      at = down;
    }
    entries[at] = entry;
  }
}
