import { zoneName } from '#components/ui/format-instant.ts';

/** Last part of a zone's name as a place: `Europe/Berlin` → `Berlin`. */
export const zonePlace = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** A zone for people: `Berlin, CET (UTC+1)`. `nowMs` decides between summer and winter. */
export function zoneWords(zone: string, nowMs: number): string {
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(nowMs)
    .find((p) => p.type === 'timeZoneName')
    ?.value.replace('GMT', 'UTC')
    .replace(/([+-])0(\d)/, '$1$2')
    .replace(':00', '');
  const name = zoneName(nowMs, zone);
  if (name === 'UTC') return zonePlace(zone) === 'UTC' ? 'UTC' : `${zonePlace(zone)}, UTC`;
  return name.startsWith('GMT') ? `${zonePlace(zone)} (${offset})` : `${zonePlace(zone)}, ${name} (${offset})`;
}
