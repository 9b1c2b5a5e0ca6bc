import type { CronFields } from './cron-fields.ts';
import { cronFieldRules, parseCronField, type CronFieldName } from './parse-cron-field.ts';

/** The macros of cron; `@hourly` and the like. */
const macros: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const names5: CronFieldName[] = ['minute', 'hour', 'day', 'month', 'weekday'];
const mask = (values: Iterable<number>) => [...values].reduce((bits, v) => bits | (1 << v), 0);
const flags = (values: Set<number>, size: number) => Array.from({ length: size }, (_, v) => values.has(v));

function countSentence(count: number): string {
  if (count === 0) return 'Cron is empty, it needs 5 fields: minute, hour, day, month, day of the week.';
  if (count > 6) return `Cron has ${count} fields, it takes 5, or 6 with the seconds first.`;
  const missing = names5.slice(count).map((name) => `the ${cronFieldRules[name].title}`);
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`;
  const sentence = `${list} ${missing.length === 1 ? 'is' : 'are'} missing.`;
  return `Cron has ${count} ${count === 1 ? 'field' : 'fields'}, it needs 5. ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** Whether some day of some year is allowed: `0 0 30 2 *` never is. February counts with 29 days. */
function everFires(fields: CronFields): boolean {
  if (!fields.dayRestricted || fields.weekdayRestricted) return true;
  for (let month = 1; month <= 12; month++) {
    if (!(fields.months & (1 << month))) continue;
    const length = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
    if (fields.lastDays.some((back) => back < length)) return true;
    for (let day = 1; day <= length; day++) if (fields.days & (1 << day)) return true;
  }
  return false;
}

/**
 * Parses one cron line: 5 fields, or 6 with the seconds first; macros; `H` takes its value from `seed`.
 * Refused with `trigger.cron` (a sentence that names the field) or `trigger.never-fires`.
 */
export function parseCron(
  text: string,
  seed: string,
): { ok: true; fields: CronFields } | { ok: false; code: 'trigger.cron' | 'trigger.never-fires'; message: string } {
  const trimmed = text.trim();
  const line = trimmed.startsWith('@') ? macros[trimmed.toLowerCase()] : trimmed;
  if (line === undefined)
    return {
      ok: false,
      code: 'trigger.cron',
      message: `Cron does not know "${trimmed}". Known are ${Object.keys(macros).join(', ')}.`,
    };
  const parts = line === '' ? [] : line.split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6) return { ok: false, code: 'trigger.cron', message: countSentence(parts.length) };
  const [second, minute, hour, day, month, weekday] = parts.length === 6 ? parts : ['0', ...parts];
  try {
    const at = (value: string | undefined, name: CronFieldName) => parseCronField(value ?? '', name, seed);
    const hours = at(hour, 'hour').values;
    const dayField = at(day, 'day');
    const weekdayField = at(weekday, 'weekday');
    const fields: CronFields = {
      seconds: flags(at(second, 'second').values, 60),
      minutes: flags(at(minute, 'minute').values, 60),
      hours: flags(hours, 24),
      days: mask(dayField.values),
      lastDays: dayField.lastDays,
      months: mask(at(month, 'month').values),
      weekdays: mask(weekdayField.values),
      nthWeekdays: weekdayField.nthWeekdays,
      dayRestricted: dayField.values.size < 31,
      weekdayRestricted: weekdayField.values.size < 7,
      everyHour: hours.size === 24,
    };
    if (!everFires(fields))
      return {
        ok: false,
        code: 'trigger.never-fires',
        message: `Cron "${trimmed}" never fires: no month it names has such a day.`,
      };
    return { ok: true, fields };
  } catch (error) {
    return { ok: false, code: 'trigger.cron', message: (error as Error).message };
  }
}
