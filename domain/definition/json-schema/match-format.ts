const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > (days[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(text);
const offset = /(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const formats: Record<string, { test: (text: string) => boolean; wants: string }> = {
  date: { test: isDate, wants: 'a date, such as 2027-03-28' },
  time: { test: (t) => isTime(t.replace(offset, '')), wants: 'a time, such as 02:30' },
  'date-time': {
    test: (t) => isDate(t.slice(0, 10)) && t[10] === 'T' && offset.test(t) && isTime(t.slice(11).replace(offset, '')),
    wants: 'an instant, such as 2027-03-28T02:30:00Z',
  },
  email: { test: (t) => t.length <= 320 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(t), wants: 'an e-mail address' },
  uri: { test: (t) => /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(t), wants: 'an address, such as https://example.org/a' },
  uuid: { test: (t) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(t), wants: 'a UUID' },
};

/** Checks a text against a format of JSON Schema: null when it fits or the format is not known, else what is wanted. */
export function formatWants(format: string, text: string): string | null {
  const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return known === undefined || known.test(text) ? null : known.wants;
}

/** Whether we check this format ourselves; a pattern beside it says the same again, often at a cost. */
export const knowsFormat = (format: string): boolean => Object.hasOwn(formats, format);
