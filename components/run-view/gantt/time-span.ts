/** The stretch of time that a time line shows, ms: the run, and a little room after it or until its expected end. */
export function timeSpan(run: { startedAt: number; endedAt: number | null; now: number; expectedAt: number | null }): {
  from: number;
  to: number;
} {
  const from = run.startedAt;
  const end = run.endedAt ?? Math.max(run.now, run.expectedAt ?? 0);
  const room = run.endedAt === null && run.expectedAt === null ? 0.12 : 0.03;
  return { from, to: Math.max(from + 1_000, end + (end - from) * room) };
}
