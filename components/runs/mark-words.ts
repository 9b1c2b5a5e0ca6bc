/** A text in parts, those that are one of the words marked; letters in either case. */
export function markWords(text: string, words: readonly string[]): { text: string; hit: boolean }[] {
  const wanted = words.filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ text, hit: false }];
  // A longer word goes before one that it begins with.
  const pattern = new RegExp(`(${wanted.sort((a, b) => b.length - a.length).join('|')})`, 'giu');
  return text.split(pattern).flatMap((part, i) => (part === '' ? [] : [{ text: part, hit: i % 2 === 1 }]));
}
