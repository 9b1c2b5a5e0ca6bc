/** Runs that have news, as the engine hints. */
export interface News {
  cursor: number;
  runs: { runId: string; seq: number }[];
}

/** How long a stream waits for a hint before it looks by itself. Hints may be lost; the log is not. */
const lookAnywayMs = 2_000;
const afterFailureMs = 500;

/**
 * One long poll to the engine for all streams of this process, kept up while somebody listens. A hint wakes those who
 * wait for its run, and those who wait for any.
 */
export class NewsPoll {
  private readonly waiting = new Set<{ runId: string | null; wake: (runs: string[]) => void }>();
  /** How many streams are open, waiting or working. */
  private streams = 0;
  private polling = false;
  private cursor = 0;
  /** Runs hinted at since a stream last looked, per stream. */
  private readonly missed = new Map<object, Set<string>>();

  constructor(
    private readonly ask: (after: number) => Promise<News>,
    private readonly patienceMs = lookAnywayMs,
  ) {}

  /** Opens a stream's place; hints that come while it works are kept for its next `wait`. Call `close` when it ends. */
  open(runId: string | null): { wait(signal: AbortSignal, atMostMs?: number): Promise<string[]>; close(): void } {
    const place = {};
    const missed = new Set<string>();
    this.missed.set(place, missed);
    this.streams++;
    void this.poll();
    return {
      wait: (signal, atMostMs = this.patienceMs) => this.wait(runId, missed, signal, atMostMs),
      close: () => {
        if (this.missed.delete(place)) this.streams--;
      },
    };
  }

  /** Resolves with the runs hinted at; with none after `atMostMs`, or when `signal` aborts. */
  private wait(runId: string | null, missed: Set<string>, signal: AbortSignal, atMostMs: number): Promise<string[]> {
    const take = () => {
      const runs = [...missed].filter((run) => runId === null || run === runId);
      missed.clear();
      return runs;
    };
    const already = take();
    if (already.length > 0 || signal.aborted) return Promise.resolve(already);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.waiting.delete(entry);
        resolve(take());
      };
      const entry = { runId, wake: done };
      const timer = setTimeout(done, atMostMs);
      signal.addEventListener('abort', done, { once: true });
      this.waiting.add(entry);
    });
  }

  private async poll(): Promise<void> {
    if (this.polling) return;
    this.polling = true;
    while (this.streams > 0) {
      try {
        const { cursor, runs } = await this.ask(this.cursor);
        // A restarted engine counts from the beginning again.
        this.cursor = cursor;
        if (runs.length > 0) this.tell(runs.map((run) => run.runId));
      } catch {
        this.cursor = 0;
        await new Promise((resolve) => setTimeout(resolve, afterFailureMs));
      }
    }
    this.polling = false;
  }

  private tell(runs: string[]): void {
    for (const missed of this.missed.values()) for (const run of runs) missed.add(run);
    const changed = new Set(runs);
    for (const entry of [...this.waiting]) if (entry.runId === null || changed.has(entry.runId)) entry.wake(runs);
  }
}
