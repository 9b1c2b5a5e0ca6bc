import type { RunEvent } from '#domain/run/events.ts';
import type { RunHint } from '../commands.ts';

/** How many changes are remembered for those who come back late. */
const remembered = 4_096;
/** How many events are kept for those who keep up; a turn with more is read from the log. */
const eventsKept = 4_000;
const eventsATurn = 500;

/** What has news: a run as it is stored now. */
export interface Change {
  runId: string;
  /** Of its last event. */
  seq: number;
  ended: boolean;
  /** Those of the turn that was stored: the last ones up to `seq`. */
  events: readonly RunEvent[];
}

interface Item extends Omit<Change, 'events'> {
  /** Rises with every change of any run. */
  cursor: number;
  /** Null: too many, or too long ago. */
  events: readonly RunEvent[] | null;
}

/** Which news somebody waits for. */
export interface Asked {
  after: number;
  /** Of one run; missing: of any. */
  runId?: string;
  /** Only when it has ended. */
  until?: 'ended';
  /** Of these runs with the events themselves, where they are still kept. */
  eventsOf?: readonly string[];
}

/**
 * Hints that a run has news; the event log is the truth. A cursor that is unknown (the engine was started again, or the
 * reader was away for long) gets everything that is remembered at once.
 */
export class News {
  private cursor: number;
  private readonly items: Item[] = [];
  private kept = 0;
  /** Index of the oldest item that may have events. */
  private keptFrom = 0;
  private waiting: (() => void)[] = [];

  /** Cursors begin at the start instant, so that those of an earlier engine lie below. */
  constructor(startedAt: number) {
    this.cursor = startedAt * 1_000;
  }

  publish(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const { runId, seq, ended, events } of changes) {
      // A run that begins is read whole by whoever looks at it.
      const keep = events.length <= eventsATurn && events.length < seq;
      this.items.push({ cursor: ++this.cursor, runId, seq, ended, events: keep ? events : null });
      if (keep) this.kept += events.length;
    }
    for (; this.kept > eventsKept; this.keptFrom++) {
      const item = this.items[this.keptFrom]!;
      this.kept -= item.events?.length ?? 0;
      item.events = null;
    }
    if (this.items.length > 2 * remembered) {
      const gone = this.items.splice(0, this.items.length - remembered);
      for (const { events } of gone) this.kept -= events?.length ?? 0;
      this.keptFrom = Math.max(0, this.keptFrom - gone.length);
    }
    const { waiting } = this;
    this.waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves with what changed after a cursor, or with nothing after `patienceMs`. */
  async after(asked: Asked, patienceMs: number, signal?: AbortSignal): Promise<{ cursor: number; runs: RunHint[] }> {
    // A cursor from the future is one of an engine whose clock stood later; start anew with it.
    if (asked.after > this.cursor) return { cursor: this.cursor, runs: this.since({ ...asked, after: 0 }) };
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const runs = this.since(asked);
      const left = deadline - performance.now();
      if (runs.length > 0 || left <= 0 || signal?.aborted) return { cursor: this.cursor, runs };
      await this.change(left, signal);
    }
  }

  private since({ after, runId, until, eventsOf }: Asked): RunHint[] {
    /** Runs whose newest news is not what is waited for. */
    const goesOn = new Set<string>();
    const newest = new Map<string, { hint: RunHint; parts: (readonly RunEvent[])[]; whole: boolean }>();
    for (let at = this.items.length - 1; at >= 0; at--) {
      const item = this.items[at]!;
      if (item.cursor <= after) break;
      if (runId !== undefined && item.runId !== runId) continue;
      let one = newest.get(item.runId);
      if (!one) {
        if (goesOn.has(item.runId)) continue;
        if (until === 'ended' && !item.ended) {
          goesOn.add(item.runId);
          continue;
        }
        const { seq, ended } = item;
        newest.set(
          item.runId,
          (one = { hint: { runId: item.runId, seq, ended }, parts: [], whole: eventsOf?.includes(item.runId) ?? false }),
        );
      }
      if (item.events === null) one.whole = false;
      else if (one.whole) one.parts.push(item.events);
    }
    return [...newest.values()].map(({ hint, parts }) => {
      const events = parts.reverse().flat();
      return events.length > 0 ? { ...hint, events } : hint;
    });
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
