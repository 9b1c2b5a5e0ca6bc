/** A countdown or stopwatch: `0:38`, `12:05`, `1:02:03`. Below zero it stands at 0:00. */
export function clockWords(ms: number): string {
  const sec = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const h = Math.floor(sec / 3600);
  return h > 0 ? `${h}:${two(Math.floor((sec % 3600) / 60))}:${two(sec % 60)}` : `${Math.floor(sec / 60)}:${two(sec % 60)}`;
}
