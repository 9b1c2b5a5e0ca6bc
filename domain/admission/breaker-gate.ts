import type { Breaker } from './breaker.ts';

/** Whether an occurrence that falls due becomes a run, the one trial run, or a recorded skip. Runs a person starts do not ask. */
export function breakerGate(breaker: Breaker, now: number): 'run' | 'trial' | 'skip' {
  if (breaker.state === 'closed') return 'run';
  return breaker.state === 'open' && breaker.trialAt !== null && breaker.trialAt <= now ? 'trial' : 'skip';
}

/** Why an occurrence is skipped: `circuit-open` and a sentence with what is known. */
export function breakerReason({ state, failures, trialAt, trialRun }: Breaker): string {
  const why = failures > 0 ? `${failures} scheduled ${failures === 1 ? 'run' : 'runs'} failed in a row` : 'opened by hand';
  if (state === 'half-open') return `circuit-open: ${why}; its trial run ${trialRun ?? ''} is under way`;
  const next =
    trialAt === null ? 'it stays open until a person closes it' : `the next trial is due at ${new Date(trialAt).toISOString()}`;
  return `circuit-open: ${why}; ${next}`;
}
