/** What a cron line says when it is one of the forms people mean; the builder shows it as words to choose. */
export type CronLine =
  | { every: 'minutes'; step: number }
  | { every: 'hour'; minute: number }
  | { every: 'day' | 'weekdays' | 'weekends'; at: string }
  /** 0 is Sunday. */
  | { every: 'week'; day: number; at: string }
  | { every: 'month'; date: number; at: string };

export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const short = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const two = (n: number): string => String(n).padStart(2, '0');
const plain = (text: string, max: number, min = 0): number | null => {
  const n = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return n >= min && n <= max ? n : null;
};

/** Reads a cron line (5 fields) as words; null when it says more than the builder has words for. */
export function readCronLine(line: string): CronLine | null {
  const fields = line.trim().split(/\s+/);
  if (fields.length !== 5) return null;
  const [minute = '', hour = '', date = '', month = '', day = ''] = fields as [string, string, string, string, string];
  if (month !== '*') return null;
  const free = date === '*' && day === '*';
  const step = /^\*\/(\d{1,2})$/.exec(minute)?.[1];
  if (step !== undefined && hour === '*' && free)
    return Number(step) >= 1 && Number(step) <= 59 ? { every: 'minutes', step: Number(step) } : null;
  const m = plain(minute, 59);
  if (m === null) return null;
  if (hour === '*' && free) return { every: 'hour', minute: m };
  const h = plain(hour, 23);
  if (h === null) return null;
  const at = `${two(h)}:${two(m)}`;
  if (free) return { every: 'day', at };
  if (date === '*') {
    const lower = day.toLowerCase();
    if (lower === '1-5' || lower === 'mon-fri') return { every: 'weekdays', at };
    if (lower === '0,6' || lower === '6,0' || lower === 'sat,sun' || lower === '6,7') return { every: 'weekends', at };
    const named = short.indexOf(lower);
    const number = named >= 0 ? named : plain(day, 7);
    return number === null ? null : { every: 'week', day: number % 7, at };
  }
  const d = plain(date, 31, 1);
  return d !== null && day === '*' ? { every: 'month', date: d, at } : null;
}

/** The words as a cron line. */
export function writeCronLine(line: CronLine): string {
  switch (line.every) {
    case 'minutes':
      return `*/${line.step} * * * *`;
    case 'hour':
      return `${line.minute} * * * *`;
    default: {
      const [h = 0, m = 0] = line.at.split(':').map(Number);
      const time = `${m} ${h}`;
      switch (line.every) {
        case 'day':
          return `${time} * * *`;
        case 'weekdays':
          return `${time} * * 1-5`;
        case 'weekends':
          return `${time} * * 0,6`;
        case 'week':
          return `${time} * * ${line.day}`;
        case 'month':
          return `${time} ${line.date} * *`;
      }
    }
  }
}
