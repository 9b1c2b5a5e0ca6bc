import { formatInstant } from '#components/ui/format-instant.ts';

/** A sentence of the machine with its instants in a zone: `2026-11-24T09:00:00.000Z` becomes `Tue 24 Nov, 10:00:00 CET`. */
export const localTimes = (sentence: string, zone: string, now: number): string =>
  sentence.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) =>
    formatInstant(Date.parse(instant), zone, 'day-time-seconds-zone', now),
  );
