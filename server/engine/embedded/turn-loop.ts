import { Refusal } from '#server/refusal.ts';
import { StoreUnavailable, type Store, type TurnResult, type TurnWrite } from '#server/store/store.ts';
import type { Decider } from '../turn/decider.ts';
import type { Turn } from '../turn/turn.ts';

export interface TurnLoopOptions {
  decider: Decider;
  store: Pick<Store, 'commitTurn'>;
  now(): number;
  /** Performs what may be performed before its turn is stored; what follows from it is decided in the same turn. */
  performInTurn?(turn: Turn): void;
  /** The turn is stored: perform its effects, tell the news. */
  committed(turn: Turn, result: TurnResult): void;
  /** A turn is over: how long it took from its first decision until it was stored, and whether anything was written. */
  measured?(durationMs: number, committed: boolean): void;
  /** A defect, or a store that contradicts us: nothing can be decided any more. */
  crashed(error: unknown): void;
  /** Waits between two tries of a commit; handed in for tests. */
  pause?(ms: number): Promise<void>;
  /** How long what only says that work has begun waits for others, ms; for tests. */
  companyMs?: number;
}

interface Signal {
  decide(): unknown;
  resolve?(value: unknown): void;
  reject?(error: unknown): void;
}

const firstPauseMs = 10;
const longestPauseMs = 2_000;
/** A store that has not taken a turn for so long counts as unavailable: new commands are refused at once. */
const unavailableAfterMs = 250;
/** A command whose turn is not stored after so long is answered with the store's refusal. */
const answerWithinMs = 5_000;
/** A turn that cannot be stored holds up a stop no longer than this. */
const stopWithinMs = 2_000;
/** Log lines wait for company so long at most. */
const logDelayMs = 50;
/** And what only says that work has begun: its end often follows at once, and then both are one commit. */
const companyDelayMs = 4;

/**
 * The engine's loop: take what came in, decide until quiet, one commit for all runs, only then perform. Turns never overlap.
 * The loop is a thin shell round `runOnce`, which tests call themselves.
 */
export class TurnLoop {
  private inbox: Signal[] = [];
  private started = false;
  private stopped = false;
  private scheduled = false;
  private turning: Promise<void> | null = null;
  private logTimer: NodeJS.Timeout | null = null;
  private logsDue = false;
  /** Something in the inbox waits for no company. */
  private urgent = false;
  private companyTimer: NodeJS.Timeout | null = null;
  private unavailable: StoreUnavailable | null = null;
  private readonly pause: (ms: number) => Promise<void>;

  constructor(private readonly options: TurnLoopOptions) {
    this.pause = options.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** From now on turns follow by themselves. */
  start(): void {
    this.started = true;
    this.kick();
  }

  /** Brings a decision into the next turn. */
  later(decide: () => void): void {
    this.take({ decide });
  }

  /** The same, but it waits some milliseconds for others: for facts that nothing follows from. */
  soon(decide: () => void): void {
    this.inbox.push({ decide });
    this.companyTimer ??= setTimeout(() => {
      this.companyTimer = null;
      this.urgent = true;
      this.kick();
    }, this.options.companyMs ?? companyDelayMs);
  }

  /** Brings a decision of the engine's own into the next turn, and resolves once it is stored. */
  decided(decide: () => void): Promise<void> {
    return new Promise((resolve) => this.take({ decide, resolve: () => resolve() }));
  }

  /**
   * Brings a decision into the next turn and answers once it is stored. Rejects with what `decide` throws; with a Refusal
   * (503, the store's code) while the store takes nothing. A command refused after waiting may still take effect: what
   * must not happen twice carries an idempotency key.
   */
  command<T>(decide: () => T): Promise<T> {
    if (this.unavailable) return Promise.reject(refusal(this.unavailable));
    if (this.stopped)
      return Promise.reject(new Refusal('engine.stopping', 'The engine is stopping; ask again in a moment.', 503));
    return new Promise<T>((resolve, reject) => this.take({ decide, resolve: resolve as (value: unknown) => void, reject }));
  }

  /** Resolves when what has come in by now is stored and performed; at the latest after `mostMs`. */
  async settle(mostMs: number): Promise<void> {
    if (!this.started) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, mostMs)));
    await Promise.race([this.decided(() => {}), late]);
    clearTimeout(timer);
  }

  /** Finishes the turn under way and what has come in by now, then takes nothing more. */
  async stop(): Promise<void> {
    this.stopped = true;
    while (this.turning) await this.turning;
    this.logsDue = true;
    // Before the last turn: what that brings in must not begin another one beside it.
    this.started = false;
    if (!this.unavailable) await this.runOnce();
    if (this.logTimer) clearTimeout(this.logTimer);
    if (this.companyTimer) clearTimeout(this.companyTimer);
  }

  /** One turn. Gives whether there was anything to do. */
  async runOnce(): Promise<boolean> {
    const { decider } = this.options;
    const begunAt = performance.now();
    const answers: (() => void)[] = [];
    const refuse: ((error: unknown) => void)[] = [];
    const busy = this.takeInbox(answers, refuse) > 0;
    if (busy) this.options.performInTurn?.(decider.turn);
    const turn = decider.takeTurn();
    if (turn.isOnlyLogs && !this.logsDue && answers.length === 0) {
      decider.turn = turn;
      this.logTimer ??= setTimeout(() => {
        this.logTimer = null;
        this.logsDue = true;
        this.kick();
      }, logDelayMs);
      return busy;
    }
    this.logsDue = false;
    const result = turn.isEmpty
      ? { lostAttempts: [], takenOccurrences: [] }
      : await this.commit(turn.toWrite(this.options.now()), refuse);
    this.options.measured?.(performance.now() - begunAt, !turn.isEmpty);
    this.options.committed(turn, result);
    for (const answer of answers) answer();
    return busy || !turn.isEmpty;
  }

  /** Decides what has come in by now. Gives how much that was. */
  private takeInbox(answers: (() => void)[], refuse: ((error: unknown) => void)[]): number {
    const signals = this.inbox;
    this.inbox = [];
    this.urgent = false;
    if (this.companyTimer) clearTimeout(this.companyTimer);
    this.companyTimer = null;
    for (const { decide, resolve, reject } of signals) {
      try {
        const value = decide();
        if (resolve) answers.push(() => resolve(value));
        if (reject) refuse.push(reject);
      } catch (error) {
        if (!reject) throw error;
        reject(error);
      }
    }
    return signals.length;
  }

  private async commit(write: TurnWrite, refuse: ((error: unknown) => void)[]): Promise<TurnResult> {
    const { store } = this.options;
    let waitedMs = 0;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      try {
        const result = await store.commitTurn(write);
        this.unavailable = null;
        return result;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || error.code === 'store.fsync-failed') {
          for (const reject of refuse) reject(error);
          throw error;
        }
        // Whoever stops us cannot wait for ever; what is not stored is decided again by the next engine.
        if (this.stopped && waitedMs >= stopWithinMs) throw error;
        if (waitedMs >= unavailableAfterMs) {
          this.unavailable = error;
          // Nobody waits in vain behind this turn either.
          this.inbox = this.inbox.filter(({ reject }) => {
            reject?.(refusal(error));
            return !reject;
          });
        }
        if (waitedMs >= answerWithinMs) for (const reject of refuse.splice(0)) reject(refusal(error));
      }
      await this.pause(pauseMs);
      waitedMs += pauseMs;
    }
  }

  private take(signal: Signal): void {
    this.inbox.push(signal);
    this.urgent = true;
    this.kick();
  }

  private kick(): void {
    if (!this.started || this.scheduled || this.turning) return;
    this.scheduled = true;
    setImmediate(() => {
      this.turning = this.runOnce().then(
        () => this.settled(),
        (error: unknown) => {
          this.started = false;
          this.turning = null;
          this.options.crashed(error);
        },
      );
      // Not before: what a turn itself brings in while it decides comes after it, and not beside it.
      this.scheduled = false;
    });
  }

  private settled(): void {
    this.turning = null;
    if (this.urgent || this.logsDue) this.kick();
  }
}

function refusal(error: StoreUnavailable): Refusal {
  return new Refusal(error.code, `The database takes no writes now: ${error.message} Ask again in a moment.`, 503);
}
