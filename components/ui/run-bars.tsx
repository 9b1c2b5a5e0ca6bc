import type { RunStatus } from '#domain/run/status.ts';
import { formatDuration } from './format-duration.ts';

export interface RunBar {
  status: RunStatus;
  startedAt: number | null;
  endedAt: number | null;
}

const span = (run: RunBar, now: number): number =>
  run.startedAt === null ? 0 : Math.max(0, (run.endedAt ?? now) - run.startedAt);

/** `Last 14 runs: 9 success, 1 failed` */
function summary(runs: RunBar[], slots: number): string {
  const counts = new Map<string, number>();
  for (const r of runs) counts.set(r.status, (counts.get(r.status) ?? 0) + 1);
  const words = [...counts].map(([status, n]) => `${n} ${status}`).join(', ');
  return `Last ${slots} runs: ${words || 'none'}`;
}

/** Height of the longest run of a workflow, px: from 8 for a second to 20 for an hour, so that long and short workflows look it. */
const tallest = (ms: number): number => 8 + 12 * Math.min(1, Math.max(0, Math.log(Math.max(1, ms / 1000)) / Math.log(3600)));

/**
 * The last runs as bars, oldest first; the height is the duration, among themselves in proportion.
 * A failed one is never so low that nobody sees it, since most fail at once. Slots without a run are low stubs, so that new workflows line up with old ones. `now` in ms measures what still runs.
 */
export function RunBars({ runs, now, slots = 14 }: { runs: RunBar[]; now: number; slots?: number }) {
  const shown = runs.slice(-slots);
  const longest = Math.max(1, ...shown.map((r) => span(r, now)));
  const top = tallest(longest);
  return (
    <span role="img" aria-label={summary(shown, slots)} className="inline-flex h-5 items-end gap-0.5 align-middle">
      {Array.from({ length: slots - shown.length }, (_, i) => (
        <i key={`none${i}`} className="bar bar-none" style={{ height: 4 }} />
      ))}
      {shown.map((r, i) => {
        const ms = span(r, now);
        return (
          <i
            key={i}
            className={`bar bar-${r.status}`}
            style={{ height: Math.max(r.status === 'failed' ? 12 : 5, Math.round((top * ms) / longest)) }}
            title={`${r.status}${r.startedAt === null ? '' : `, ${formatDuration(ms)}`}`}
          />
        );
      })}
    </span>
  );
}
