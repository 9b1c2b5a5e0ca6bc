const shortestMs = 10 * 60_000;
const longestMs = 24 * 3_600_000;

/**
 * How long a breaker that opened for the n-th time in a row lets nothing through, in ms: 10 minutes, twice as long each time,
 * at most a day. The rule is ours: the definition has no setting for it.
 */
export const coolDownMs = (openings: number): number => Math.min(longestMs, shortestMs * 2 ** Math.max(0, openings - 1));
