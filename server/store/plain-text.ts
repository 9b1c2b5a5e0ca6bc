/**
 * Text as both databases can store it: PostgreSQL refuses the character NUL and half surrogates, which a program's output
 * may well contain. NUL becomes its picture (U+2400), a half surrogate U+FFFD.
 */
export function plainText<T extends string | null>(text: T): T {
  if (text === null) return text;
  const visible = text.includes('\0') ? text.replaceAll('\0', '\u2400') : text;
  // In Node since 20; the types of ES2023 do not know it yet.
  return (visible as unknown as { toWellFormed(): T }).toWellFormed();
}
