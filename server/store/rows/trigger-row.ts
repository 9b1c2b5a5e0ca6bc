import type { Occurrence, TriggerState } from '../generated/sqlite/client.ts';
import type { OccurrenceRow, TriggerStateRow } from '../store.ts';

/** A decided occurrence as the store's callers see it. */
export const occurrenceRow = (row: Occurrence): OccurrenceRow => ({
  ...row,
  at: Number(row.at),
  outcome: row.outcome as OccurrenceRow['outcome'],
  decidedAt: Number(row.decidedAt),
});

/** A trigger's switch and high-water mark as the store's callers see it. */
export const triggerStateRow = (row: TriggerState): TriggerStateRow => ({ ...row, decidedThrough: Number(row.decidedThrough) });
