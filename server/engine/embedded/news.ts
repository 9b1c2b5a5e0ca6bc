/** How many changes are remembered for those who come back late. */
const remembered = 4_096;

/** What has news: a run, its seq and a number that rises with every change of any run. */
interface Item {
  cursor: number;
  runId: string;
  seq: number;
}

/**
 * Hints that a run has news; the event log is the truth. A cursor that is unknown (the engine was started again, or the
 * reader was away for long) gets everything that is remembered at once.
 */
export class News {
  private cursor: number;
  private readonly items: Item[] = [];
  private waiting: (() => void)[] = [];

  /** Cursors begin at the start instant, so that those of an earlier engine lie below. */
  constructor(startedAt: number) {
    this.cursor = startedAt * 1_000;
  }

  publish(changes: readonly { runId: string; seq: number }[]): void {
    if (changes.length === 0) return;
    for (const change of changes) this.items.push({ cursor: ++this.cursor, ...change });
    if (this.items.length > 2 * remembered) this.items.splice(0, this.items.length - remembered);
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves with what changed after a cursor (of one run, or of any), or with nothing after `patienceMs`. */
  async after(
    cursor: number,
    runId: string | undefined,
    patienceMs: number,
    signal?: AbortSignal,
  ): Promise<{ cursor: number; runs: { runId: string; seq: number }[] }> {
    // A cursor from the future is one of an engine whose clock stood later; start anew with it.
    if (cursor > this.cursor) return { cursor: this.cursor, runs: this.since(0, runId) };
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const runs = this.since(cursor, runId);
      const left = deadline - performance.now();
      if (runs.length > 0 || left <= 0 || signal?.aborted) return { cursor: this.cursor, runs };
      await this.change(left, signal);
    }
  }

  private since(cursor: number, runId: string | undefined): { runId: string; seq: number }[] {
    const newest = new Map<string, number>();
    for (let at = this.items.length - 1; at >= 0; at--) {
      const item = this.items[at]!;
      if (item.cursor <= cursor) break;
      if ((runId === undefined || item.runId === runId) && !newest.has(item.runId)) newest.set(item.runId, item.seq);
    }
    return [...newest].map(([id, seq]) => ({ runId: id, seq }));
  }

  private change(patienceMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        this.waiting = this.waiting.filter((each) => each !== done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      signal?.addEventListener('abort', done);
      this.waiting.push(done);
    });
  }
}
