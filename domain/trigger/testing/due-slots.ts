import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { nextOccurrence } from '../next-occurrence.ts';
import type { Occurrence } from '../occurrence.ts';
import { occurrences } from '../occurrences.ts';
import { previousOccurrence } from '../previous-occurrence.ts';

/** A case of times.jsonl or times-policies.jsonl, as the tables write it. */
export interface TimesCase {
  id: string;
  kind: 'cron' | 'cronInterval' | 'every' | 'missedLatest';
  cron?: string[];
  everySec?: number;
  timezone: string;
  dst?: { gap: 'shift' | 'start' | 'skip'; overlap: 'first' | 'second' | 'both' };
  from?: string;
  until?: string;
  count?: number;
  lastSlot?: string;
  now?: string;
  slots: (string | string[])[];
}

const seed = 'tables';
const utc = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

function triggerOf(c: TimesCase): Trigger {
  const base = { id: c.id, timezone: c.timezone, catchup: 'none', missed: 'latest', ...(c.dst ? { dst: c.dst } : {}) } as const;
  if (c.kind === 'every') return { ...base, type: 'every', everySec: c.everySec ?? 0, anchor: c.from, interval: false };
  // The start of a data interval is bounded by the start of the trigger, not by when it falls due.
  const bounds = c.kind === 'cronInterval' ? { start: c.from } : {};
  return { ...base, ...bounds, type: 'cron', cron: c.cron ?? [], interval: c.kind === 'cronInterval' };
}

/** What we say is due, in the form of the table's `slots`. One function for every kind; throws for a kind it does not know. */
export function dueSlots(c: TimesCase): (string | string[])[] {
  const fromMs = Date.parse(c.from ?? '');
  switch (c.kind) {
    case 'missedLatest': {
      const trigger = triggerOf(c);
      const lastMs = Date.parse(c.lastSlot ?? '');
      const latest = previousOccurrence(trigger, Date.parse(c.now ?? ''), seed);
      const due = latest !== null && latest.at > lastMs ? latest : nextOccurrence(trigger, lastMs, seed);
      return due === null ? [] : [utc(due.at)];
    }
    case 'cronInterval': {
      const slot = (o: Occurrence): string[] => [utc(o.dataIntervalStart), utc(o.dataIntervalEnd), utc(o.at)];
      if (c.until === undefined) return occurrences(triggerOf(c), { fromMs, count: c.count ?? 0 }, seed).map(slot);
      // An interval belongs to the range by its start: the last one ends, and falls due, after `until`.
      const untilMs = Date.parse(c.until);
      const trigger = triggerOf(c);
      const last = nextOccurrence(trigger, untilMs, seed);
      const ended = occurrences(trigger, { fromMs, untilMs }, seed);
      return [...ended, ...(last !== null && last.logicalTime <= untilMs ? [last] : [])].map(slot);
    }
    case 'cron':
    case 'every': {
      const range = c.until === undefined ? { fromMs, count: c.count ?? 0 } : { fromMs, untilMs: Date.parse(c.until) };
      return occurrences(triggerOf(c), range, seed).map((o) => utc(o.at));
    }
    default:
      throw new Error(`Kind ${String(c.kind)} is not known.`);
  }
}
