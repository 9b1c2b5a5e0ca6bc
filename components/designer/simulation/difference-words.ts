import type { ReplayDifference, ReplaySummary } from '#domain/simulation/replay-differences.ts';
import { formatDuration } from '#components/ui/format-duration.ts';

/** What is different about a task, in two or three words. */
export function differenceWords({ kind, changed }: ReplayDifference): string {
  switch (kind) {
    case 'new':
      return 'new task';
    case 'removed':
      return 'is gone';
    case 'runs':
      return 'would run';
    case 'rests':
      return 'would not run';
    case 'status':
      return 'ends otherwise';
    case 'attempts':
      return 'other attempts';
    case 'same':
      return changed ? 'config changed' : 'the same';
  }
}

/** One side of a difference: `2 attempts, 3.2 s`; empty for a task that did not run. */
export function sideWords(side: ReplaySummary | null): string {
  if (side === null || side.attempts === 0) return '';
  const attempts = side.copies > 0 ? `×${side.copies}` : side.attempts > 1 ? `${side.attempts} attempts` : '';
  return [attempts, formatDuration(side.workedMs)].filter(Boolean).join(', ');
}
