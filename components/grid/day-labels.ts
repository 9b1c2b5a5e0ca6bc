/** A label over the first run of a day. */
export interface DayLabel {
  column: number;
  /** `2`, or `Mar 1` for the first one and where a month begins; empty where there is no room. */
  text: string;
  /** A week begins here: a line is drawn. */
  monday: boolean;
}

/** Columns that a label needs: the day alone, or with its month. */
const room = { day: 2, month: 3 };

/** Days over the columns: each day at its first run, as far as there is room; `times` are the logical times (ms), oldest first. */
export function dayLabels(times: readonly number[], zone: string): DayLabel[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
  const labels: DayLabel[] = [];
  let day = '';
  let month = '';
  let free = 0;
  times.forEach((at, column) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const today = `${parts.year} ${parts.month} ${parts.day}`;
    if (today === day) return;
    day = today;
    const monday = parts.weekday === 'Mon';
    if (column < free) {
      if (monday) labels.push({ column, text: '', monday });
      return;
    }
    const name = parts.month?.slice(0, 3) ?? '';
    const begins = name !== month;
    month = name;
    free = column + (begins ? room.month : room.day);
    labels.push({ column, text: begins ? `${name} ${parts.day}` : (parts.day ?? ''), monday });
  });
  return labels;
}
