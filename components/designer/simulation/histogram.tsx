import type { ManyRunsResult } from '#domain/simulation/many-runs.ts';
import { formatDuration } from '#components/ui/format-duration.ts';

/** How long many runs took: a bar for each stretch of time, with the middle and the slow twentieth. */
export function Histogram({ result }: { result: ManyRunsResult }) {
  const { bars, makespan } = result;
  const highest = Math.max(1, ...bars);
  const span = Math.max(1, makespan.max - makespan.min);
  const place = (ms: number): string => `${(100 * (ms - makespan.min)) / span}%`;
  return (
    <figure
      aria-label={`Runs by how long they take: from ${formatDuration(makespan.min)} to ${formatDuration(makespan.max)}, the middle is ${formatDuration(makespan.p50)}`}
      role="img"
    >
      <div className="relative flex h-24 items-end gap-px border-b border-control">
        {bars.map((n, i) => (
          <i
            key={i}
            className="flex-1 bg-ink-3"
            style={{ height: n === 0 ? 0 : `max(1px, ${(100 * n) / highest}%)` }}
            title={`${n} ${n === 1 ? 'run' : 'runs'}`}
          />
        ))}
        {bars.length > 1
          ? ([makespan.p50, makespan.p95] as const).map((at, i) => (
              <i key={i} className="absolute inset-y-0 w-px bg-ink" style={{ left: place(at) }} />
            ))
          : null}
      </div>
      <figcaption className="num mt-1 flex justify-between text-11 text-ink-3">
        <span>{formatDuration(makespan.min)}</span>
        <span>{makespan.max > makespan.min ? formatDuration(makespan.max) : 'every run'}</span>
      </figcaption>
    </figure>
  );
}
