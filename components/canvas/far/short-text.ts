const cache = new Map<string, string>();
const mostKept = 20_000;

/** A text cut with an ellipsis so that it is at most `width` px wide in the context's font. Measuring is dear, so it is kept. */
export function shortText(context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>, text: string, width: number): string {
  const room = Math.round(width);
  const key = `${context.font}\n${room}\n${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  let short = text;
  if (context.measureText(text).width > room) {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (context.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    short = low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
  }
  if (cache.size >= mostKept) cache.clear();
  cache.set(key, short);
  return short;
}
