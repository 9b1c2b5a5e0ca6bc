import { isJsonObject } from '#domain/definition/json/is-json-object.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

export interface DataTable {
  columns: string[];
  rows: Json[][];
  /** Field of the value in which its rows are, as objects; '' when the value itself is the list, null when the rows are lists. */
  rowsAt: string | null;
  /** Fields of the value that stand beside its rows. */
  rest: JsonObject;
}

const without = (value: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** A value as a table, when it is one: a list of objects, or `{columns, rows}` with rows as lists or objects. Null otherwise. */
export function asTable(value: Json): DataTable | null {
  if (isJsonObject(value) && Array.isArray(value.rows)) {
    const named = Array.isArray(value.columns)
      ? value.columns.map((c) => (isJsonObject(c) ? String(c.name ?? '') : String(c)))
      : null;
    if (named && value.rows.every((row) => Array.isArray(row)))
      return { columns: named, rows: value.rows as Json[][], rowsAt: null, rest: without(value, ['columns', 'rows']) };
    const inner = asTable(value.rows);
    return inner && { ...inner, rowsAt: inner.rowsAt === '' ? 'rows' : null, rest: without(value, ['rows']) };
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isJsonObject)) return null;
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  return { columns, rows: value.map((row) => columns.map((column) => row[column] ?? null)), rowsAt: '', rest: {} };
}
