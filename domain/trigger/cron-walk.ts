import { civilFromDays, daysFromCivil, monthLength } from './civil.ts';
import type { CronFields } from './cron-fields.ts';

const dayMs = 86_400_000;
/** The longest wait between two days of a pattern is 40 years (a 29 February on a given weekday, over 2100). */
const searchYears = 100;

/** table[v] is the smallest allowed value ≥ v, or −1. */
function upward(allowed: boolean[]): Int16Array {
  const table = new Int16Array(allowed.length + 1).fill(-1);
  for (let v = allowed.length - 1; v >= 0; v--) table[v] = allowed[v] ? v : (table[v + 1] ?? -1);
  return table;
}

/**
 * A walker over wall-clock time. `nextWall(wallMs)` is the first wall time ≥ wallMs that the cron line allows, or Infinity;
 * a wall time is written as the UTC instant that shows the same clock. It knows no zone.
 */
export interface CronWalk {
  nextWall(wallMs: number): number;
  everyHour: boolean;
}

/** Bitsets per field, made once; each step is table look-ups and one count of trailing zeros. */
export function cronWalk(fields: CronFields): CronWalk {
  const seconds = upward(fields.seconds);
  const minutes = upward(fields.minutes);
  const hours = upward(fields.hours);
  const firstOfDay = ((hours[0] ?? 0) * 3600 + (minutes[0] ?? 0) * 60 + (seconds[0] ?? 0)) * 1000;
  const weekdayOnly = !fields.dayRestricted && fields.weekdayRestricted;
  const either = fields.dayRestricted && fields.weekdayRestricted;
  /** Weekday bits laid over a month that begins on weekday w. */
  const weekdayMasks = Array.from({ length: 7 }, (_, first) => {
    let bits = 0;
    for (let day = 1; day <= 31; day++) if (fields.weekdays & (1 << ((first + day - 1) % 7))) bits |= 1 << day;
    return bits;
  });

  function monthMask(year: number, month: number, length: number): number {
    let days = fields.days;
    for (const back of fields.lastDays) if (back < length) days |= 1 << (length - back);
    if (weekdayOnly || either) {
      const first = (((daysFromCivil(year, month, 1) + 4) % 7) + 7) % 7;
      let bits = weekdayMasks[first] ?? 0;
      for (const { weekday, nth } of fields.nthWeekdays) {
        let day = ((weekday - first + 7) % 7) + 1;
        if (nth > 0) day += 7 * (nth - 1);
        else while (day + 7 <= length) day += 7;
        if (day <= length) bits |= 1 << day;
      }
      days = weekdayOnly ? bits : days | bits;
    }
    // Days beyond the end of the month.
    return length === 31 ? days : days & ((1 << (length + 1)) - 1);
  }

  /** The first allowed day ≥ `from`, as a day number. */
  function nextDay(from: number): number {
    const start = civilFromDays(from);
    let { year, month, day } = start;
    for (let i = 0; i < searchYears * 12; i++) {
      if (fields.months & (1 << month)) {
        const rest = monthMask(year, month, monthLength(year, month)) & (-1 << day);
        if (rest !== 0) return daysFromCivil(year, month, 31 - Math.clz32(rest & -rest));
      }
      day = 1;
      if (++month > 12) {
        month = 1;
        year++;
      }
    }
    return Infinity;
  }

  /** First allowed time of the day ≥ `second`, in ms, or −1. */
  function nextTime(second: number): number {
    if (second >= 86_400) return -1;
    let h = Math.floor(second / 3600);
    let m = Math.floor(second / 60) % 60;
    let s = seconds[second % 60] ?? -1;
    if (s < 0) {
      s = seconds[0] ?? 0;
      m++;
    }
    const minute = minutes[m] ?? -1;
    if (minute !== m) s = seconds[0] ?? 0;
    m = minute;
    if (m < 0) {
      m = minutes[0] ?? 0;
      s = seconds[0] ?? 0;
      h++;
    }
    const hour = hours[h] ?? -1;
    if (hour < 0) return -1;
    if (hour !== h) return hour * 3_600_000 + (minutes[0] ?? 0) * 60_000 + (seconds[0] ?? 0) * 1000;
    return hour * 3_600_000 + m * 60_000 + s * 1000;
  }

  return {
    everyHour: fields.everyHour,
    nextWall(wallMs) {
      const day = Math.floor(wallMs / dayMs);
      const found = nextDay(day);
      if (found !== day) return found === Infinity ? Infinity : found * dayMs + firstOfDay;
      const time = nextTime(Math.ceil((wallMs - day * dayMs) / 1000));
      if (time >= 0) return day * dayMs + time;
      const later = nextDay(day + 1);
      return later === Infinity ? Infinity : later * dayMs + firstOfDay;
    },
  };
}
