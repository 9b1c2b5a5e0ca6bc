import type Database from 'better-sqlite3';
import type { StoredTable } from '../../stored-tables.ts';
import { rowsAtOnce, type NeutralRow, type TableSource, type TableTarget } from '../../table-rows.ts';
import { openDatabase } from './open-database.ts';

type Cell = string | number | Buffer | null;
const kindsOf = (db: Database.Database, table: string): Map<string, string> =>
  new Map((db.pragma(`table_info("${table}")`) as { name: string; type: string }[]).map(({ name, type }) => [name, type]));

/** A SQLite file to read: one transaction that nobody waits for. */
export function sqliteSource(url: string): TableSource {
  const db = openDatabase(url, { durability: 'D2' });
  db.exec('BEGIN');
  db.prepare('SELECT 1 FROM "setting"').get();
  return {
    async *read({ name, key }: StoredTable) {
      const kinds = kindsOf(db, name);
      const order = key.map((column) => `"${column}"`).join(', ');
      let rows: NeutralRow[] = [];
      for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY ${order}`).iterate() as IterableIterator<
        Record<string, Cell>
      >) {
        rows.push(Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, neutral(cell, kinds.get(column))])));
        if (rows.length === rowsAtOnce) {
          yield rows;
          rows = [];
        }
      }
      if (rows.length > 0) yield rows;
    },
    async close() {
      db.close();
    },
  };
}

/** A SQLite file to fill. */
export function sqliteTarget(url: string): TableTarget {
  const db = openDatabase(url, { durability: 'D2' });
  db.exec('BEGIN IMMEDIATE');
  const inserts = new Map<string, { statement: Database.Statement<unknown[]>; columns: [string, string][] }>();
  const insertOf = (table: string) => {
    let insert = inserts.get(table);
    if (!insert) {
      const columns = [...kindsOf(db, table)];
      const names = columns.map(([column]) => `"${column}"`).join(', ');
      const statement = db.prepare<unknown[]>(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
      inserts.set(table, (insert = { statement, columns }));
    }
    return insert;
  };
  return {
    async isEmpty({ name }) {
      return db.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() === undefined;
    },
    async write({ name }, rows) {
      const { statement, columns } = insertOf(name);
      for (const row of rows) statement.run(...columns.map(([column, kind]) => own(row[column] ?? null, kind)));
    },
    async commit() {
      db.exec('COMMIT');
    },
    async close() {
      db.close();
    },
  };
}

function neutral(cell: Cell, kind: string | undefined): NeutralRow[string] {
  if (cell === null) return null;
  if (kind === 'BOOLEAN') return cell === 1;
  if (kind === 'DATETIME') return new Date(String(cell)).toISOString().slice(0, -1);
  return Buffer.isBuffer(cell) ? `\\x${cell.toString('hex')}` : cell;
}

function own(value: NeutralRow[string], kind: string): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  // As Prisma's adapter writes it.
  if (kind === 'DATETIME' && value !== null) return new Date(`${value}Z`).toISOString().replace('Z', '+00:00');
  if (kind === 'BLOB' && value !== null) return Buffer.from(String(value).slice(2), 'hex');
  return value;
}
