/** A list with one entry replaced, or the same list when the entry is the same object. */
export function replaceIn<T>(list: readonly T[], index: number, entry: T): T[] {
  if (list[index] === entry) return list as T[];
  const copy = list.slice();
  copy[index] = entry;
  return copy;
}
