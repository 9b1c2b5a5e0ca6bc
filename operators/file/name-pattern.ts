/**
 * Whether a path inside a folder fits a pattern: `*` any characters of a name, `**` also folders, `?` one character.
 * Walks both texts once with one mark to go back to a kind of star, so no pattern takes long (trust.md R14).
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const parts = pattern.split('/');
  const names = path.split('/');
  return matches(
    names,
    parts,
    (name, part) => part === '**' || matches([...name], [...part], (c, p) => p === '?' || p === '*' || c === p, '*'),
    '**',
  );
}

/** Greedy match with one wildcard that takes any number of items. */
function matches(items: string[], pattern: string[], same: (item: string, wanted: string) => boolean, any: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let back = 0;
  while (at < items.length) {
    if (next < pattern.length && pattern[next] === any) {
      star = next++;
      back = at;
    } else if (next < pattern.length && same(items[at]!, pattern[next]!)) {
      at++;
      next++;
    } else if (star !== -1) {
      next = star + 1;
      at = ++back;
    } else return false;
  }
  while (pattern[next] === any) next++;
  return next === pattern.length;
}
