import { stableHash } from './stable-hash.ts';

export type CronFieldName = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'weekday';

interface FieldRule {
  /** As a sentence names it. */
  title: string;
  min: number;
  max: number;
  names?: string[];
}
export const cronFieldRules: Record<CronFieldName, FieldRule> = {
  second: { title: 'second', min: 0, max: 59 },
  minute: { title: 'minute', min: 0, max: 59 },
  hour: { title: 'hour', min: 0, max: 23 },
  day: { title: 'day of the month', min: 1, max: 31 },
  month: {
    title: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  weekday: { title: 'day of the week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
};

export interface ParsedField {
  values: Set<number>;
  /** Only of the day: days back from the end of the month. */
  lastDays: number[];
  /** Only of the weekday. */
  nthWeekdays: { weekday: number; nth: number }[];
}

class FieldError extends Error {}

function one(text: string, name: CronFieldName): number {
  const rule = cronFieldRules[name];
  const named = rule.names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + rule.min;
  if (!/^\d{1,4}$/.test(text))
    throw new FieldError(`The ${rule.title} "${text}" is no number${rule.names ? ' and no name' : ''}.`);
  const value = Number(text);
  if (name === 'weekday' && value === 7) return 7;
  if (value < rule.min || value > rule.max)
    throw new FieldError(`The ${rule.title} ${value} is out of range, it goes from ${rule.min} to ${rule.max}.`);
  return value;
}

/** Values low…high; a range that runs over the end (`fri-mon`, `22-2`) goes round. 7 is Sunday after Saturday, or before Monday. */
function range(low: number, high: number, step: number, name: CronFieldName): number[] {
  const { min, max } = cronFieldRules[name];
  const size = max - min + 1;
  if (name === 'weekday' && low === 7) {
    low = 0;
    if (high === 7) high = 0;
  }
  const top = high < low ? high + size : high;
  const values: number[] = [];
  for (let v = low; v <= top; v += step) values.push(((v - min) % size) + min);
  return values;
}

function stepOf(text: string | undefined, name: CronFieldName): number {
  if (text === undefined) return 1;
  const { title, min, max } = cronFieldRules[name];
  const step = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (step < 1) throw new FieldError(`The ${title} has the step "${text}", a step is a number from 1.`);
  if (step > max - min + 1) throw new FieldError(`The ${title} has the step ${step}, which is more than the field holds.`);
  return step;
}

/** `H`, `H/15`, `H(0-29)`, `H(0-29)/10`: a value that stays with the seed, so that many schedules do not start in one minute. */
function hashed(part: string, name: CronFieldName, seed: string): number[] | null {
  const match = /^h(?:\(([^()]*)-([^()]*)\))?(?:\/(.*))?$/i.exec(part);
  if (!match) return null;
  const rule = cronFieldRules[name];
  const low = match[1] === undefined ? rule.min : one(match[1], name);
  // Days 29–31 are missing in some months: H alone keeps to 28.
  const high = match[2] === undefined ? (name === 'day' ? 28 : rule.max) : one(match[2], name);
  if (high < low) throw new FieldError(`The ${rule.title} "${part}" has its range the wrong way round.`);
  const hash = stableHash(`${seed}\n${name}`);
  if (match[3] === undefined) return [low + (hash % (high - low + 1))];
  const step = stepOf(match[3], name);
  return range(low + (hash % Math.min(step, high - low + 1)), high, step, name);
}

/**
 * One field of a cron line. Throws an Error whose message is a sentence that names the field.
 * Accepts numbers, names, `*`, `?`, lists, ranges, steps, `H`; `L` and `L-n` for the day; `5#2`, `5#L`, `5L`, `L5` for the weekday.
 */
export function parseCronField(text: string, name: CronFieldName, seed: string): ParsedField {
  const rule = cronFieldRules[name];
  const parsed: ParsedField = { values: new Set(), lastDays: [], nthWeekdays: [] };
  const add = (values: number[]) => values.forEach((v) => parsed.values.add(name === 'weekday' ? v % 7 : v));
  for (const part of text.split(',')) {
    if (part === '') throw new FieldError(`The ${rule.title} "${text}" has an empty place in its list.`);
    if (/w$/i.test(part) && name === 'day')
      throw new FieldError(`The day of the month "${part}" is not supported: W, the nearest weekday.`);
    if (name === 'day' && /^l(-\d+)?$/i.test(part)) {
      const back = part.length > 1 ? Number(part.slice(2)) : 0;
      if (back > 30) throw new FieldError(`The day of the month "${part}" counts back more than 30 days.`);
      parsed.lastDays.push(back);
      continue;
    }
    if (name === 'weekday') {
      const nth = /^(\w+)#(\w+)$/.exec(part);
      const last = /^l(\w+)$/i.exec(part) ?? /^(\w+)l$/i.exec(part);
      if (nth) {
        const n = /^l$/i.test(nth[2] ?? '') ? -1 : Number(nth[2]);
        if (n !== -1 && !(n >= 1 && n <= 5))
          throw new FieldError(`The day of the week "${part}" wants a number from 1 to 5, or L, after #.`);
        parsed.nthWeekdays.push({ weekday: one(nth[1] ?? '', name) % 7, nth: n });
        continue;
      }
      if (last) {
        parsed.nthWeekdays.push({ weekday: one(last[1] ?? '', name) % 7, nth: -1 });
        continue;
      }
    }
    const spread = hashed(part, name, seed);
    if (spread) {
      add(spread);
      continue;
    }
    const [body = '', stepText, more] = part.split('/');
    if (more !== undefined) throw new FieldError(`The ${rule.title} "${part}" has more than one step.`);
    const step = stepOf(stepText, name);
    if (body === '*' || body === '?') {
      add(range(rule.min, rule.max, step, name));
      continue;
    }
    const ends = body.split('-');
    if (ends.length > 2) throw new FieldError(`The ${rule.title} "${part}" has more than one range.`);
    const low = one(ends[0] ?? '', name);
    if (ends.length === 2) add(range(low, one(ends[1] ?? '', name), step, name));
    else add(stepText === undefined ? [low] : range(low % (name === 'weekday' ? 7 : Infinity), rule.max, step, name));
  }
  return parsed;
}
