/** Which parts of an instant to write. `day` alone: `24 Mar 2027`. */
export type InstantParts =
  'day' | 'day-time' | 'day-time-zone' | 'day-time-seconds-zone' | 'time' | 'time-zone' | 'seconds' | 'seconds-zone' | 'full';

const cache = new Map<string, Intl.DateTimeFormat>();
function formatter(zone: string): Intl.DateTimeFormat {
  let found = cache.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    cache.set(zone, found);
  }
  return found;
}

/** `CET`, `EST`, `UTC`; where English has no short name, `GMT+5`. */
export function zoneName(atMs: number, zone: string): string {
  const name = (locale: string): string => {
    const key = `${locale} ${zone}`;
    let found = cache.get(key);
    if (!found)
      cache.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short', year: 'numeric' })));
    return found.formatToParts(atMs).find((p) => p.type === 'timeZoneName')?.value ?? zone;
  };
  const british = name('en-GB');
  return /^(GMT|UTC)[+-]/.test(british) ? name('en-US') : british;
}

/**
 * An instant (ms since the epoch) in a zone (IANA), 24 h: `Thu 25 Mar, 02:30 CET`. The year is written when it is not that of `nowMs`.
 * Whoever shows a time says its zone on it or once for the whole list.
 */
export function formatInstant(atMs: number, zone: string, parts: InstantParts, nowMs?: number): string {
  const p: Record<string, string> = {};
  for (const part of formatter(zone).formatToParts(atMs)) p[part.type] = part.value;
  // Node's ICU writes `Sept`; one width for all months keeps columns straight.
  const month = p.month?.slice(0, 3) ?? '';
  const sameYear =
    nowMs !== undefined &&
    formatter(zone)
      .formatToParts(nowMs)
      .find((x) => x.type === 'year')?.value === p.year;
  const day = `${p.weekday} ${p.day} ${month}${sameYear ? '' : ` ${p.year}`}`;
  const time = `${p.hour}:${p.minute}`;
  const seconds = `${time}:${p.second}`;
  switch (parts) {
    case 'day':
      return `${p.day} ${month} ${p.year}`;
    case 'day-time':
      return `${day}, ${time}`;
    case 'day-time-zone':
      return `${day}, ${time} ${zoneName(atMs, zone)}`;
    case 'day-time-seconds-zone':
      return `${day}, ${seconds} ${zoneName(atMs, zone)}`;
    case 'full':
      return `${p.day} ${month} ${p.year}, ${time} ${zoneName(atMs, zone)}`;
    case 'time':
      return time;
    case 'time-zone':
      return `${time} ${zoneName(atMs, zone)}`;
    case 'seconds':
      return seconds;
    case 'seconds-zone':
      return `${seconds} ${zoneName(atMs, zone)}`;
  }
}
