import type { RunItem } from './run-item.ts';

/** How a run came to be, in words: `scheduled by nightly`, `by Mara Lind`. */
export function runOrigin(run: Pick<RunItem, 'runType' | 'triggerId' | 'createdBy'>): string {
  switch (run.runType) {
    case 'scheduled':
      return run.triggerId ? `scheduled by ${run.triggerId}` : 'scheduled';
    case 'manual':
      return run.createdBy ? `by ${run.createdBy}` : 'by hand';
    case 'backfill':
      return 'backfill';
    case 'asset':
      return 'by an asset';
    case 'webhook':
      return 'by webhook';
    case 'child':
      return 'by another workflow';
    case 'try':
      return 'a try of one task';
  }
}
