import { giveBack } from './give-back.ts';
import { sweepRuns, sweepTries, type SweepParts, type Swept } from './sweep-runs.ts';

/** Shortest time between two sweeps: runs that end in the meantime wait for the next. */
const restMs = 3_600_000;

export interface SweeperOptions extends Omit<SweepParts, 'signal' | 'aging'> {
  now(): number;
  /** Calls back after so many ms, unless the function it gives is called before. */
  after(ms: number, what: () => void): () => void;
  /** Told of every sweep that removed something. */
  swept(what: Swept): void;
  /** Told of a sweep that broke off; the next one goes on. */
  failed(error: unknown): void;
}

/**
 * Sweeps when a run ends, at most once an hour, one sweep at a time. Where runs go by age an hour without one is enough as
 * well, since they grow old on an engine with nothing to do, too; any other idle engine is never woken for it.
 */
export class Sweeper {
  private lastAt = -Infinity;
  private sweeping: Promise<void> | null = null;
  private cancelNext: () => void = () => {};
  private readonly ending = new AbortController();

  constructor(private readonly options: SweeperOptions) {}

  /** A run has ended, or the engine has started: sweeps if it is time. */
  nudge(): void {
    const at = this.options.now();
    // A clock that was set back must not put sweeping off for long.
    if (this.sweeping || this.ending.signal.aborted || (at >= this.lastAt && at - this.lastAt < restMs)) return;
    this.lastAt = at;
    this.cancelNext();
    const aging = () => {
      this.cancelNext();
      if (!this.ending.signal.aborted) this.cancelNext = this.options.after(restMs, () => this.nudge());
    };
    this.sweeping = sweepRuns({ ...this.options, aging, signal: this.ending.signal }, at)
      .then(async (swept) => {
        if (swept.runs + swept.occurrences > 0) this.options.swept(swept);
        await giveBack(this.options.store, this.ending.signal);
      })
      .catch((error: unknown) => this.options.failed(error))
      .finally(() => (this.sweeping = null));
  }

  /** A try has ended: what it took the place of goes, after whatever is being swept. */
  tried(workflowId: string): void {
    if (this.ending.signal.aborted) return;
    const sweeping = (this.sweeping ?? Promise.resolve())
      .then(() => sweepTries({ ...this.options, signal: this.ending.signal }, workflowId))
      .then(
        () => {},
        (error: unknown) => this.options.failed(error),
      )
      .finally(() => {
        if (this.sweeping === sweeping) this.sweeping = null;
      });
    this.sweeping = sweeping;
  }

  /** Resolves when no sweep is under way. */
  async idle(): Promise<void> {
    await this.sweeping;
  }

  /** Sweeps no more; resolves when the run under way is gone. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.cancelNext();
    await this.sweeping;
  }
}
