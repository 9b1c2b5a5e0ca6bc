const two = (n: number): string => String(n).padStart(2, '0');

/** A span of time in two units at most: `120 ms`, `3.2 s`, `48 s`, `4 min 52 s`, `1 h 03 min`, `4 d 13 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 9950) return `${(Math.round(ms / 100) / 10).toString()} s`;
  const sec = Math.round(ms / 1000);
  if (sec < 60) return `${sec} s`;
  const min = Math.floor(sec / 60);
  if (min < 60) return `${min} min ${two(sec % 60)} s`;
  const hours = Math.floor(min / 60);
  if (hours < 24) return `${hours} h ${two(min % 60)} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
