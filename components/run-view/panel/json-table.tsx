'use client';
import { use, useState, type ReactNode } from 'react';
import { memberPath } from '#domain/expression/member-path.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { DataTable } from './as-table.ts';
import { DataPathContext } from './data-path.ts';

const text = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
const rowsShown = 200;

/** A table of data: numbers at the right, long cells cut with an ellipsis and whole on hover. */
export function JsonTable({ table }: { table: DataTable }) {
  const [shown, setShown] = useState(rowsShown);
  const data = use(DataPathContext);
  // Rows that are lists have no names for their cells.
  const rows =
    data === null || table.rowsAt === null ? null : table.rowsAt === '' ? data.path : memberPath(data.path, table.rowsAt);
  const taken = (path: string | null, inside: ReactNode): ReactNode =>
    data === null || path === null ? inside : <data.Handle path={path}>{inside}</data.Handle>;
  const numeric = table.columns.map((_, c) => table.rows.every((row) => row[c] === null || typeof row[c] === 'number'));
  return (
    <div className="scroll rounded-control border border-line" tabIndex={0} role="region" aria-label="Rows">
      <table className="tbl [--row:28px]">
        <thead className="sticky top-0 bg-surface">
          <tr>
            {table.columns.map((column, c) => (
              <th key={column} className={numeric[c] ? 'r' : undefined}>
                {taken(rows === null ? null : `${rows} | map(attribute=${JSON.stringify(column)})`, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shown).map((row, r) => (
            <tr key={r} className="hover:bg-hover">
              {table.columns.map((column, c) => {
                const words = text(row[c] ?? null);
                return (
                  <td
                    key={column}
                    className={numeric[c] ? 'r text-12' : 'max-w-72 truncate text-12'}
                    title={words.length > 40 ? words : undefined}
                  >
                    {taken(rows === null || r >= 20 ? null : memberPath(memberPath(rows, r), column), words)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="num px-2 py-1.5 text-12 text-ink-3">
        {table.rows.length.toLocaleString('en')} {table.rows.length === 1 ? 'row' : 'rows'}
        {table.rows.length > shown ? (
          <>
            , {shown} shown.{' '}
            <button type="button" className="link" onClick={() => setShown(shown + 1000)}>
              Show more
            </button>
          </>
        ) : null}
      </p>
    </div>
  );
}
