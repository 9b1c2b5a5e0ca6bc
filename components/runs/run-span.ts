import { DateTime } from 'luxon';
import { formatInstant } from '#components/ui/format-instant.ts';

/** Spans that end now, with their words. `today` begins at midnight of the person's zone. */
export const runSpans = [
  { value: '1h', label: 'Last hour' },
  { value: 'today', label: 'Today' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
] as const;
export type RunSpan = (typeof runSpans)[number]['value'];

const hours: Record<Exclude<RunSpan, 'today'>, number> = { '1h': 1, '24h': 24, '7d': 168 };

/** What the address calls a span; null for none, and for what is no span. */
export const runSpanOf = (text: string): RunSpan | null => runSpans.find(({ value }) => value === text)?.value ?? null;

/** Where a span begins, ms since the epoch. */
export const spanStart = (span: RunSpan, nowMs: number, zone: string): number =>
  span === 'today' ? DateTime.fromMillis(nowMs, { zone }).startOf('day').toMillis() : nowMs - hours[span] * 3_600_000;

/** An instant of the address (`2026-11-20T08:00:00Z`) in ms; undefined for none, and for what is none. */
export function instantOf(text: string): number | undefined {
  const at = text === '' ? NaN : DateTime.fromISO(text, { zone: 'utc' }).toMillis();
  return Number.isFinite(at) && at >= 0 ? at : undefined;
}

/** The same as the address says it: in UTC, so that it means the same to a colleague in another zone. */
export const instantText = (iso: string | undefined): string =>
  iso === undefined ? '' : (DateTime.fromISO(iso).toUTC().toISO({ suppressMilliseconds: true }) ?? '');

/** A span of dates in words: `Fri 20 Nov, 08:00 to 12:30`, `since Fri 20 Nov, 08:00`. */
export function datesWords(from: number | undefined, to: number | undefined, zone: string, nowMs: number): string {
  const long = (at: number) => formatInstant(at, zone, 'day-time', nowMs);
  if (from === undefined) return to === undefined ? 'Any time' : `Before ${long(to)}`;
  if (to === undefined) return `Since ${long(from)}`;
  const sameDay = formatInstant(from, zone, 'day') === formatInstant(to, zone, 'day');
  return `${long(from)} to ${sameDay ? formatInstant(to, zone, 'time') : long(to)}`;
}
