import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrationsOf } from '#server/store/migrations.ts';

/**
 * Turns a closed SQLite database into what the version whose newest migration is `last` (such as `0005_tries`) would have
 * left: its tables made by its own migrations, which never change once they are kept, with every row it could have written.
 * Snapshots become those of another machine version, which nobody can read any more.
 */
export function asFormerVersion(file: string, last: string): void {
  const former = `${file}.former`;
  const db = new Database(former);
  try {
    for (const { name, sql } of migrationsOf('sqlite')) if (name <= last) db.exec(sql);
    db.prepare('ATTACH ? AS now').run(file);
    const tables = (of: string) =>
      db
        .prepare(`SELECT name FROM ${of}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
        .pluck()
        .all() as string[];
    const columns = (of: string, table: string) =>
      db.prepare('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, of) as string[];
    const { sql } = db.prepare("SELECT sql FROM now.sqlite_master WHERE name = '_prisma_migrations'").get() as { sql: string };
    db.exec(sql);
    for (const table of tables('main')) {
      const known = new Set(columns('now', table));
      const shared = columns('main', table)
        .filter((column) => known.has(column))
        .map((column) => `"${column}"`)
        .join(', ');
      db.exec(`INSERT INTO main."${table}" (${shared}) SELECT ${shared} FROM now."${table}"`);
    }
    db.prepare('DELETE FROM main._prisma_migrations WHERE migration_name > ?').run(last);
    db.exec(`UPDATE main.snapshot SET machine = 0, state = x'00'`);
    db.exec('DETACH now');
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
  for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true });
  renameSync(former, file);
}
