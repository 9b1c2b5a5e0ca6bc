/** How many values differ between two trees of data that share what did not change; a value that is gone or new counts once. */
export function countChanged(before: unknown, after: unknown): number {
  if (before === after) return 0;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return 1;
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].reduce((sum, key) => sum + countChanged(a[key], b[key]), 0);
}
