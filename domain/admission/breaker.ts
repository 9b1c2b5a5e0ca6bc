/** Closed: its schedule runs. Open: what falls due is skipped. Half-open: one trial run is under way, everything else is skipped. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Why a breaker changed its state. */
export type BreakerWhy =
  'failures' | 'trial' | 'trial-succeeded' | 'trial-failed' | 'trial-withdrawn' | 'published' | 'by-hand' | 'setting-gone';

/** One change of state. `by`: who did it by hand; `run`: the run that led to it. */
export interface BreakerChange {
  at: number;
  to: BreakerState;
  why: BreakerWhy;
  by?: string;
  run?: string;
}

/** The circuit breaker of one workflow (`settings.autoPauseAfterFailures`); instants are ms since the epoch. */
export interface Breaker {
  readonly state: BreakerState;
  /** When it came into this state; 0 = it never was in another. */
  readonly since: number;
  /** Failed scheduled runs in a row. */
  readonly failures: number;
  /** Their ids, the newest last, as far as they are remembered. */
  readonly failedRuns: readonly string[];
  /** How often it has opened since it was last closed: what the cool-down grows by. */
  readonly openings: number;
  /** Open: from when on the next occurrence is the trial; null = not before a person says so. */
  readonly trialAt: number | null;
  /** Half-open: the trial. */
  readonly trialRun: string | null;
  /** The newest changes, the oldest first. */
  readonly history: readonly BreakerChange[];
}

/** A breaker that nothing has happened to. */
export const newBreaker: Breaker = {
  state: 'closed',
  since: 0,
  failures: 0,
  failedRuns: [],
  openings: 0,
  trialAt: null,
  trialRun: null,
  history: [],
};
