/**
 * Whether a regular expression is cheap on any text: no look-around, no back reference, no repetition inside a repetition, few open
 * repetitions. A pattern comes from a file, and a costly one would hang whoever checks a value (trust.md R14).
 */
export function isCheapPattern(pattern: string): boolean {
  if (pattern.length > 1000 || /\\[1-9k]|\(\?[=!<]/.test(pattern)) return false;
  let depth = 0;
  const open: boolean[] = [false];
  let inside = false;
  let total = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '[') for (i++; i < pattern.length && pattern[i] !== ']'; i++) if (pattern[i] === '\\') i++;
    if (c === '(') open[++depth] = false;
    inside = c === ')' ? (open[depth] ?? false) : false;
    if (c === ')') {
      depth--;
      if (inside) open[depth] = true;
    }
    const next = pattern.slice(i + 1, i + 12);
    if (c !== '(' && /^(\*|\+|\{\d+,(\d*)\})/.test(next)) {
      if (inside) return false;
      open[depth] = true;
      total++;
    }
  }
  return total <= 4;
}
