const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400].map(
  (s) => s * 1000,
);

/** Round instants between two (ms), at most about `most` of them; short runs get seconds, long ones days. */
export function axisTicks(fromMs: number, toMs: number, most: number): number[] {
  const length = Math.max(1, toMs - fromMs);
  const step = steps.find((s) => length / s <= most) ?? Math.ceil(length / most / 86_400_000) * 86_400_000;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / step) * step; at <= toMs; at += step) ticks.push(at);
  return ticks;
}
