/** Middle of how long the last good runs took, ms: what `of about 6 min` says. Null when none went well yet. */
export function usualDuration(runs: { status: string; startedAt: number | null; endedAt: number | null }[]): number | null {
  const took = runs
    .flatMap((r) => (r.status === 'success' && r.startedAt !== null && r.endedAt !== null ? [r.endedAt - r.startedAt] : []))
    .sort((a, b) => a - b);
  return took[Math.floor(took.length / 2)] ?? null;
}
