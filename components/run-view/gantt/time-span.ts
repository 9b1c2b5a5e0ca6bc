/**
 * The stretch of time that a time line shows, ms: the run, and a little room after it or until its expected end. While it goes on, the end
 * moves in steps of a sixteenth to an eighth of the whole, so that rows stand still between them. `room`: the least there is after it, as a share.
 */
export function timeSpan(run: {
  startedAt: number;
  endedAt: number | null;
  now: number;
  expectedAt: number | null;
  room?: number;
}): {
  from: number;
  to: number;
} {
  const from = run.startedAt;
  const end = run.endedAt ?? Math.max(run.now, run.expectedAt ?? 0);
  const room = Math.max(run.room ?? 0, run.endedAt === null && run.expectedAt === null ? 0.12 : 0.03);
  const length = Math.max(1_000, (end - from) * (1 + room));
  if (run.endedAt !== null) return { from, to: from + length };
  const step = 2 ** (Math.floor(Math.log2(length)) - 3);
  return { from, to: from + Math.ceil(length / step) * step };
}
