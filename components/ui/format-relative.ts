/** An instant as seen from `nowMs`: `in 11 h 55 min`, `35 min ago`, `now`. Below a minute in seconds, below an hour in whole minutes. */
export function formatRelative(atMs: number, nowMs: number): string {
  const ahead = atMs > nowMs;
  const sec = Math.round(Math.abs(atMs - nowMs) / 1000);
  if (sec === 0) return 'now';
  const min = Math.floor(sec / 60);
  const hours = Math.floor(min / 60);
  const days = Math.floor(hours / 24);
  const words =
    sec < 60
      ? `${sec} s`
      : min < 60
        ? `${min} min`
        : hours < 24
          ? `${hours} h${min % 60 ? ` ${min % 60} min` : ''}`
          : `${days} d${hours % 24 && days < 30 ? ` ${hours % 24} h` : ''}`;
  return ahead ? `in ${words}` : `${words} ago`;
}
