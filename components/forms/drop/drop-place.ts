/**
 * Where a path that is let go at offset `at` of a text is put: there, unless that is within a name of a template, which it
 * would break; then after that template.
 */
export function dropPlace(text: string, at: number): number {
  const open = Math.max(text.lastIndexOf('{{', at - 1), text.lastIndexOf('{%', at - 1));
  if (open === -1) return at;
  const close = text.slice(open).search(/[}%]\}/);
  const end = close === -1 ? -1 : open + close + 2;
  if (end === -1 || at >= end) return at;
  const isPart = (c: string | undefined): boolean => c !== undefined && /[\w.'"\])[(]/.test(c);
  const before = text[at - 1];
  const within = isPart(before) || isPart(text[at]) || at < open + 2 || at > end - 2;
  return within ? end : at;
}
