import type { Json } from '#domain/definition/schema/json.ts';

export interface DataTable {
  columns: string[];
  rows: Json[][];
  /** Field of the value in which its rows are, as objects; '' when the value itself is the list, null when the rows are lists. */
  rowsAt: string | null;
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a table, when it is one: a list of objects, or `{columns, rows}` with rows as lists or objects. Null otherwise. */
export function asTable(value: Json): DataTable | null {
  if (isObject(value) && Array.isArray(value.rows)) {
    const named = Array.isArray(value.columns)
      ? value.columns.map((c) => (isObject(c) ? String(c.name ?? '') : String(c)))
      : null;
    if (named && value.rows.every((row) => Array.isArray(row)))
      return { columns: named, rows: value.rows as Json[][], rowsAt: null };
    const inner = asTable(value.rows);
    return inner && { ...inner, rowsAt: inner.rowsAt === '' ? 'rows' : null };
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return null;
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  return { columns, rows: value.map((row) => columns.map((column) => row[column] ?? null)), rowsAt: '' };
}
