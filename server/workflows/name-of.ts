/** Name of a person by id; null for nobody, and for somebody whose account is gone. */
export const nameOf = (id: string | null, names: ReadonlyMap<string, string>): string | null =>
  id === null ? null : (names.get(id) ?? null);
