import type { Breaker, BreakerChange, BreakerState } from './breaker.ts';
import { coolDownMs } from './cool-down.ts';

const runsRemembered = 20;
const changesRemembered = 50;

/** What a breaker is told, past tense. An event that fits nothing (a trial that is none, a second close) changes nothing. */
export type BreakerEvent = { at: number } & (
  | {
      type: 'runEnded';
      run: string;
      status: 'success' | 'failed' | 'cancelled';
      /** Its schedule started it: only those are counted. A trial counts whoever started it. */
      scheduled: boolean;
    }
  /** The gate let it through, or a person asked for it (`asked`: also before the cool-down is over). */
  | { type: 'trialBegan'; run: string; asked?: boolean }
  /** The trial was turned away before it could begin, or nobody knows it any more. */
  | { type: 'trialWithdrawn'; run: string }
  | { type: 'openedByHand'; by: string }
  | { type: 'closedByHand'; by: string }
  /** A new version is in force: it may be the cure, so it is tried at the next occurrence. */
  | { type: 'published' }
  /** The workflow has no breaker any more. */
  | { type: 'settingGone' }
);

/**
 * One event of one breaker: pure, total. `threshold`: the failed runs in a row that open it; null = the workflow has none, and
 * then runs are not counted. Gives the same object when nothing changed.
 */
export function stepBreaker(breaker: Breaker, event: BreakerEvent, threshold: number | null): Breaker {
  switch (event.type) {
    case 'runEnded':
      return runEnded(breaker, event, threshold);
    case 'trialBegan': {
      const mayBegin =
        breaker.state === 'open' && (event.asked === true || (breaker.trialAt !== null && breaker.trialAt <= event.at));
      return mayBegin
        ? move(breaker, 'half-open', { at: event.at, why: 'trial', run: event.run }, { trialRun: event.run, trialAt: null })
        : breaker;
    }
    case 'trialWithdrawn':
      return breaker.trialRun === event.run ? withdrawn(breaker, event) : breaker;
    case 'openedByHand':
      return breaker.state === 'open' && breaker.trialAt === null
        ? breaker
        : move(breaker, 'open', { at: event.at, why: 'by-hand', by: event.by }, { trialRun: null, trialAt: null });
    case 'closedByHand':
      return breaker.state === 'closed' ? breaker : close(breaker, { at: event.at, why: 'by-hand', by: event.by });
    case 'published':
      return breaker.state === 'open' && breaker.trialAt !== null && breaker.trialAt > event.at
        ? { ...breaker, trialAt: event.at, history: remember(breaker, { at: event.at, to: 'open', why: 'published' }) }
        : breaker;
    case 'settingGone':
      if (breaker.state !== 'closed') return close(breaker, { at: event.at, why: 'setting-gone' });
      return breaker.failures === 0 ? breaker : { ...breaker, failures: 0, failedRuns: [] };
  }
}

function runEnded(breaker: Breaker, event: Extract<BreakerEvent, { type: 'runEnded' }>, threshold: number | null): Breaker {
  const { at, run, status } = event;
  if (breaker.trialRun === run) {
    if (status === 'success') return close(breaker, { at, why: 'trial-succeeded', run });
    if (status === 'cancelled') return withdrawn(breaker, event);
    return open(failed(breaker, run), { at, why: 'trial-failed', run });
  }
  if (threshold === null || !event.scheduled || status === 'cancelled') return breaker;
  if (status === 'success') return breaker.state === 'closed' ? succeeded(breaker, run) : breaker;
  const next = failed(breaker, run);
  return next.state === 'closed' && next.failures >= threshold ? open(next, { at, why: 'failures', run }) : next;
}

/** A run that failed, was cleared and failed again is one run. */
function failed(breaker: Breaker, run: string): Breaker {
  if (breaker.failedRuns.includes(run)) return breaker;
  return {
    ...breaker,
    failures: breaker.failures + 1,
    failedRuns: [...breaker.failedRuns, run].slice(-runsRemembered),
  };
}

/** The row of failures begins anew after a success; after one that had failed before, with those that failed since. */
function succeeded(breaker: Breaker, run: string): Breaker {
  if (breaker.failures === 0) return breaker;
  const at = breaker.failedRuns.indexOf(run);
  const failedRuns = at < 0 ? [] : breaker.failedRuns.slice(at + 1);
  return { ...breaker, failures: failedRuns.length, failedRuns };
}

/** Nothing was learned: the next occurrence is the trial. */
function withdrawn(breaker: Breaker, { at, run }: { at: number; run: string }): Breaker {
  return move(breaker, 'open', { at, why: 'trial-withdrawn', run }, { trialRun: null, trialAt: at });
}

function open(breaker: Breaker, change: Omit<BreakerChange, 'to'>): Breaker {
  const openings = breaker.openings + 1;
  return move(breaker, 'open', change, { openings, trialRun: null, trialAt: change.at + coolDownMs(openings) });
}

const close = (breaker: Breaker, change: Omit<BreakerChange, 'to'>): Breaker =>
  move(breaker, 'closed', change, { failures: 0, failedRuns: [], openings: 0, trialAt: null, trialRun: null });

function move(breaker: Breaker, state: BreakerState, change: Omit<BreakerChange, 'to'>, rest: Partial<Breaker>): Breaker {
  const since = breaker.state === state ? breaker.since : change.at;
  return { ...breaker, ...rest, state, since, history: remember(breaker, { ...change, to: state }) };
}

const remember = (breaker: Breaker, change: BreakerChange): BreakerChange[] =>
  [...breaker.history, change].slice(-changesRemembered);
