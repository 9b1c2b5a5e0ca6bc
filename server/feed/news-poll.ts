import type { RunHint } from '#server/engine/commands.ts';
import { joinHints } from './join-hints.ts';

/** Runs that have news, as the engine hints. */
export interface News {
  cursor: number;
  runs: RunHint[];
}

/** How long a stream waits for a hint before it looks by itself. Hints may be lost; the log is not. */
const lookAnywayMs = 2_000;
const afterFailureMs = 500;

/** A stream's place: hints that come while it works are kept for its next `wait`. */
export interface Place {
  /** Resolves with what was hinted at since the last time, one hint a run; with nothing after `atMostMs`, or when `signal` aborts. */
  wait(signal: AbortSignal, atMostMs?: number): Promise<RunHint[]>;
  close(): void;
}

/** A place that is open: what it has missed, and how it is woken when it waits. */
interface Listener {
  runId: string | null;
  missed: Map<string, RunHint>;
  wake: (() => void) | null;
}

/**
 * One long poll to the engine for all streams of this process, kept up while somebody listens. A hint wakes those who
 * wait for its run, and those who wait for any.
 */
export class NewsPoll {
  private readonly listeners = new Set<Listener>();
  private polling = false;
  private cursor = 0;

  constructor(
    /** `eventsOf`: runs whose events are wanted with the hint. */
    private readonly ask: (after: number, eventsOf: string[]) => Promise<News>,
    private readonly patienceMs = lookAnywayMs,
  ) {}

  /** Opens a stream's place, for one run or for all. Call `close` when the stream ends. */
  open(runId: string | null): Place {
    const listener: Listener = { runId, missed: new Map(), wake: null };
    this.listeners.add(listener);
    void this.poll();
    return {
      wait: (signal, atMostMs = this.patienceMs) => wait(listener, signal, atMostMs),
      close: () => void this.listeners.delete(listener),
    };
  }

  private async poll(): Promise<void> {
    if (this.polling) return;
    this.polling = true;
    while (this.listeners.size > 0) {
      const watched = new Set<string>();
      for (const { runId } of this.listeners) if (runId !== null) watched.add(runId);
      try {
        const { cursor, runs } = await this.ask(this.cursor, [...watched]);
        // A restarted engine counts from the beginning again.
        this.cursor = cursor;
        if (runs.length > 0) this.tell(runs);
      } catch {
        this.cursor = 0;
        await new Promise((resolve) => setTimeout(resolve, afterFailureMs));
      }
    }
    this.polling = false;
  }

  private tell(runs: readonly RunHint[]): void {
    for (const listener of this.listeners) {
      for (const hint of runs)
        if (listener.runId === null || listener.runId === hint.runId)
          listener.missed.set(hint.runId, joinHints(listener.missed.get(hint.runId), hint));
      if (listener.missed.size > 0) listener.wake?.();
    }
  }
}

function wait(listener: Listener, signal: AbortSignal, atMostMs: number): Promise<RunHint[]> {
  const take = () => {
    const hints = [...listener.missed.values()];
    listener.missed.clear();
    return hints;
  };
  if (listener.missed.size > 0 || signal.aborted) return Promise.resolve(take());
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      listener.wake = null;
      resolve(take());
    };
    const timer = setTimeout(done, atMostMs);
    signal.addEventListener('abort', done, { once: true });
    listener.wake = done;
  });
}
