import { civilFromDays, daysFromCivil } from '#domain/trigger/civil.ts';
import { zoneClock } from '#domain/trigger/zone-clock.ts';
import { TemplateFault } from './template-fault.ts';

const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

function parts(text: string): { wallMs: number; offsetMs: number; rest: string } {
  const match = shape.exec(text);
  const [, year, month, day, hour, minute, second, zone] = match ?? [];
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const back = civilFromDays(days);
  if (match === null || back.month !== Number(month) || back.day !== Number(day))
    throw new TemplateFault(`"${text.slice(0, 60)}" is no date. Write it as 2027-03-28 or 2027-03-28T02:30:00Z.`);
  const clock = Number(hour ?? 0) * 3_600_000 + Number(minute ?? 0) * 60_000 + Number(second ?? 0) * 1000;
  const sign = zone?.startsWith('-') ? -1 : 1;
  const offsetMs =
    zone === undefined || zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 3_600_000 + Number(zone.slice(4, 6)) * 60_000);
  return { wallMs: days * dayMs + clock, offsetMs, rest: text.slice(10) };
}

/** A date or an instant, so many days later; what stands after the day stays as it is. Throws `TemplateFault`. */
export function addDays(text: string, days: number): string {
  if (!Number.isInteger(days) || Math.abs(days) > 3_660_000)
    throw new TemplateFault(`add_days takes a whole number of days, not ${days}.`);
  const { wallMs, rest } = parts(text);
  const { year, month, day } = civilFromDays(Math.floor(wallMs / dayMs) + days);
  if (year < 0 || year > 9999) throw new TemplateFault('add_days leaves the years 0 to 9999.');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${rest}`;
}

const names = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/**
 * A date or an instant in another form: `%Y/%m/%d` as strftime, or `yyyy/MM/dd`. In the zone the text names, or in an IANA zone that is given.
 * Throws `TemplateFault`.
 */
export function formatDate(text: string, pattern: string, timezone?: string): string {
  const { wallMs, offsetMs } = parts(text);
  let local = wallMs;
  if (timezone !== undefined) {
    const zone = zoneClock(timezone);
    if (zone === null) throw new TemplateFault(`Zone "${timezone}" is not known. Write an IANA zone, such as Europe/Vienna.`);
    local = wallMs - offsetMs + zone.segment(wallMs - offsetMs).offset;
  }
  const day = Math.floor(local / dayMs);
  const second = Math.floor((local - day * dayMs) / 1000);
  const date = civilFromDays(day);
  const weekday = (((day + 4) % 7) + 7) % 7;
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = String(date.year).padStart(4, '0');
  const monthName = names.months[date.month - 1] ?? '';
  const dayName = names.days[weekday] ?? '';
  const ofYear = String(day - daysFromCivil(date.year, 1, 1) + 1).padStart(3, '0');
  const [hour, minute, sec] = [two(Math.floor(second / 3600)), two(Math.floor(second / 60) % 60), two(second % 60)];
  const directives: Record<string, string> = {
    Y: year,
    y: year.slice(-2),
    m: two(date.month),
    d: two(date.day),
    H: hour,
    M: minute,
    S: sec,
    j: ofYear,
    a: dayName.slice(0, 3),
    A: dayName,
    b: monthName.slice(0, 3),
    B: monthName,
    u: String(weekday || 7),
    s: String(Math.floor((wallMs - offsetMs) / 1000)),
    F: `${year}-${two(date.month)}-${two(date.day)}`,
    T: `${hour}:${minute}:${sec}`,
    '%': '%',
  };
  if (pattern.includes('%'))
    return pattern.replace(/%(.?)/g, (_, letter: string) => {
      const value = Object.hasOwn(directives, letter) ? directives[letter] : undefined;
      if (value === undefined)
        throw new TemplateFault(
          `format does not know %${letter}. Known are ${Object.keys(directives)
            .map((d) => `%${d}`)
            .join(' ')}.`,
        );
      return value;
    });
  const tokens: Record<string, string> = {
    yyyy: year,
    MMMM: monthName,
    MMM: monthName.slice(0, 3),
    MM: two(date.month),
    dd: two(date.day),
    EEEE: dayName,
    EEE: dayName.slice(0, 3),
    HH: hour,
    mm: minute,
    ss: sec,
    DDD: ofYear,
  };
  return pattern.replace(
    /'([^']*)'|yyyy|MMMM|MMM|MM|dd|EEEE|EEE|HH|mm|ss|DDD/g,
    (token, quoted: string | undefined) => quoted ?? tokens[token] ?? '',
  );
}
