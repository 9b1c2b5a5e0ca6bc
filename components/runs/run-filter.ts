import { runStatuses, type RunStatus } from '#domain/run/status.ts';

/** Ready-made choices over statuses, in the order they are shown. */
const runSegments = ['all', 'active', 'failed', 'success', 'cancelled'] as const;
export type RunSegment = (typeof runSegments)[number];

/** The same with their words. */
export const runSegmentOptions: { value: RunSegment; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'failed', label: 'Failed' },
  { value: 'success', label: 'Success' },
  { value: 'cancelled', label: 'Cancelled' },
];

const statuses: Record<Exclude<RunSegment, 'all'>, RunStatus[]> = {
  active: ['queued', 'running'],
  failed: ['failed'],
  success: ['success'],
  cancelled: ['cancelled'],
};

/** Statuses in the address (`running,queued`); what is no status is left out. */
export const statusesOf = (text: string): RunStatus[] => runStatuses.filter((s) => text.split(',').includes(s));

/** Which segment shows exactly these statuses; null when none does (an address somebody wrote). */
export function segmentOf(wanted: RunStatus[]): RunSegment | null {
  if (wanted.length === 0) return 'all';
  // `running` alone is what links say; it is shown as active, which also has the queued ones.
  if (wanted.length === 1 && wanted[0] === 'running') return 'active';
  return (
    runSegments.find(
      (s) => s !== 'all' && statuses[s].length === wanted.length && statuses[s].every((x) => wanted.includes(x)),
    ) ?? null
  );
}

/** What a segment writes into the address. */
export const statusText = (segment: RunSegment): string => (segment === 'all' ? '' : statuses[segment].join(','));
