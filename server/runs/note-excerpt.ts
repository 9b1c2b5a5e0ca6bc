import { plainText } from '#server/store/plain-text.ts';

const length = 200;
const before = 40;

/** A note in one line: what stands round the first place of one of the words, cut with an ellipsis. */
export function noteExcerpt(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return plainText(line);
  const small = line.toLowerCase();
  const places = words.map((word) => small.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const start = Math.max(0, Math.min(...(places.length === 0 ? [0] : places)) - before);
  const cut = plainText(line.slice(start, start + length));
  return `${start > 0 ? '…' : ''}${cut}${start + length < line.length ? '…' : ''}`;
}
