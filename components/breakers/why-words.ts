import type { BreakerChange } from '#domain/admission/breaker.ts';

/** Why a circuit breaker changed, as a sentence. */
export function whyWords({ why, to, by }: BreakerChange): string {
  switch (why) {
    case 'failures':
      return 'Opened: too many scheduled runs failed in a row.';
    case 'trial':
      return 'A trial run began.';
    case 'trial-succeeded':
      return 'Closed: the trial run succeeded.';
    case 'trial-failed':
      return 'Open again: the trial run failed. The next one comes later.';
    case 'trial-withdrawn':
      return 'The trial run told nothing; the next occurrence is the trial.';
    case 'published':
      return 'A new version was published; the next occurrence tries it.';
    case 'by-hand':
      return `${to === 'open' ? 'Opened' : 'Closed'} by ${by ?? 'somebody'}.`;
    case 'setting-gone':
      return 'Closed: the workflow has no circuit breaker any more.';
  }
}
