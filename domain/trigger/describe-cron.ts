import cronstrue from 'cronstrue';
import type { CronFields } from './cron-fields.ts';

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
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
];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** `a`, `a and b`, `a, b and c`. */
const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const bits = (mask: number, low: number, high: number): number[] => {
  const found: number[] = [];
  for (let v = low; v <= high; v++) if (mask & (1 << v)) found.push(v);
  return found;
};
const on = (flags: readonly boolean[]): number[] => flags.flatMap((set, v) => (set ? [v] : []));
const two = (value: number): string => String(value).padStart(2, '0');
const nth = (day: number): string =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`;

/** The times of a day in words, or null when they are too many for a sentence. */
function timeWords(fields: CronFields): string | null {
  const hours = on(fields.hours);
  const minutes = on(fields.minutes);
  const seconds = on(fields.seconds);
  if (seconds.length !== 1 || hours.length * minutes.length > 6) return null;
  const second = seconds[0] === 0 ? '' : `:${two(seconds[0] ?? 0)}`;
  return `at ${list(hours.flatMap((h) => minutes.map((m) => `${two(h)}:${two(m)}${second}`)))}`;
}

/** The days in words, as a sentence goes on after a comma: `every day`, `weekdays`, `on the 1st of each month`. Null when too many. */
function dayWords(fields: CronFields): string | null {
  const months = bits(fields.months, 1, 12);
  const weekdays = bits(fields.weekdays, 0, 6);
  if (months.length > 3 && months.length < 12) return null;
  const of = months.length === 12 ? 'each month' : list(months.map((m) => monthNames[m - 1] ?? ''));
  if (!fields.dayRestricted && !fields.weekdayRestricted) return months.length === 12 ? 'every day' : `every day of ${of}`;
  if (fields.dayRestricted && fields.weekdayRestricted) return null;
  if (fields.dayRestricted) {
    const days = [
      ...bits(fields.days, 1, 31).map(nth),
      ...fields.lastDays.map((back) => (back === 0 ? 'last day' : `${nth(back + 1)} last day`)),
    ];
    return days.length > 4 ? null : `on the ${list(days)} of ${of}`;
  }
  const named = fields.nthWeekdays.map(
    ({ weekday, nth: n }) => `${n < 0 ? 'last' : (ordinals[n - 1] ?? '')} ${weekdayNames[weekday] ?? ''}`,
  );
  if (named.length > 0) return weekdays.length > 0 || named.length > 3 ? null : `on the ${list(named)} of ${of}`;
  const key = weekdays.join('');
  const days =
    key === '12345'
      ? 'weekdays'
      : key === '06'
        ? 'weekends'
        : `on ${list([...weekdays.filter((d) => d > 0), ...weekdays.filter((d) => d === 0)].map((d) => `${weekdayNames[d] ?? ''}s`))}`;
  return months.length === 12 ? days : `${days} in ${of}`;
}

/** The line as cronstrue understands it, made from what was parsed: no `H`, no names, no ranges that run over the end. */
function plainLine(fields: CronFields): string {
  const step = (values: number[], size: number): string => {
    const by = (values[1] ?? 0) - (values[0] ?? 0);
    const even = values[0] === 0 && by > 0 && values.length === Math.ceil(size / by) && values.every((v, i) => v === i * by);
    return values.length === size ? '*' : even && values.length > 2 ? `*/${by}` : runs(values);
  };
  const runs = (values: number[]): string =>
    values.length > 2 && values.every((v, i) => i === 0 || v === (values[i - 1] ?? 0) + 1)
      ? `${values[0]}-${values.at(-1)}`
      : values.join(',');
  const days = [...bits(fields.days, 1, 31).map(String), ...fields.lastDays.map((back) => (back === 0 ? 'L' : `L-${back}`))];
  const weekdays = [
    ...bits(fields.weekdays, 0, 6).map(String),
    ...fields.nthWeekdays.map(({ weekday, nth: n }) => (n < 0 ? `${weekday}L` : `${weekday}#${n}`)),
  ];
  const dayField = fields.lastDays.length > 0 ? days.join(',') : runs(bits(fields.days, 1, 31));
  const weekdayField = fields.nthWeekdays.length > 0 ? weekdays.join(',') : runs(bits(fields.weekdays, 0, 6));
  return [
    step(on(fields.seconds), 60),
    step(on(fields.minutes), 60),
    step(on(fields.hours), 24),
    fields.dayRestricted ? dayField : '*',
    fields.months === 0x1ffe ? '*' : runs(bits(fields.months, 1, 12)),
    fields.weekdayRestricted ? weekdayField : '*',
  ].join(' ');
}

/** What a cron line says: days and times where both are short, else a whole sentence. */
export type CronWords = { days: string; times: string } | { sentence: string };

/** A parsed cron line in words. */
export function describeCron(fields: CronFields): CronWords {
  const times = timeWords(fields);
  const days = dayWords(fields);
  if (times !== null && days !== null) return { days, times };
  const sentence = cronstrue.toString(plainLine(fields), { use24HourTimeFormat: true, throwExceptionOnParseError: false });
  // Both restricted means either, but cronstrue says "and".
  return { sentence: fields.dayRestricted && fields.weekdayRestricted ? sentence.replace(', and on ', ', or on ') : sentence };
}
