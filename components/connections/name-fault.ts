/** Why this cannot be the name of a connection, in a sentence; undefined when it can. The server has the same rule. */
export function nameFault(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'A connection needs a name. Tasks ask for it by that.';
  if (trimmed.length > 100) return 'The name is too long. Use at most 100 characters.';
  return /^[A-Za-z0-9_.-]+$/.test(trimmed) ? undefined : 'Use letters, digits, "_", "." and "-" only, such as shop_db.';
}
