/** Whether every word of the search stands somewhere in one of the texts; letters' case does not matter. */
export function matchesSearch(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
