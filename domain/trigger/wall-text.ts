import { civilFromDays } from './civil.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A wall time (written as the UTC instant that shows the same clock) as text: `2027-03-28 02:30`, with seconds only where there are some. */
export function wallText(wallMs: number): string {
  const days = Math.floor(wallMs / 86_400_000);
  const { year, month, day } = civilFromDays(days);
  const second = Math.floor((wallMs - days * 86_400_000) / 1000);
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
  return `${year}-${two(month)}-${two(day)} ${clock}${second % 60 === 0 ? '' : `:${two(second % 60)}`}`;
}
