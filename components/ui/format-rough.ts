/** A span of time as people guess it, ms: `a few seconds`, `about 25 s`, `about 3 min`, `about 1 h 20 min`. */
export function formatRough(ms: number): string {
  const sec = ms / 1000;
  if (sec < 5) return 'a few seconds';
  if (sec < 55) return `about ${Math.max(5, Math.round(sec / 5) * 5)} s`;
  const min = Math.max(1, Math.round(sec / 60));
  if (min < 60) return `about ${min} min`;
  const tens = Math.round(min / 10) * 10;
  const hours = Math.floor(tens / 60);
  if (hours < 24) return `about ${hours} h${tens % 60 === 0 ? '' : ` ${tens % 60} min`}`;
  return `about ${Math.floor(hours / 24)} d ${hours % 24} h`;
}
