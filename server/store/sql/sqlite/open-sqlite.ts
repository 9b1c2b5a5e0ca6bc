import { statSync } from 'node:fs';
import type Sqlite3 from 'better-sqlite3';
import { AsyncLock } from '../../async-lock.ts';
import type { Database, Queries } from '../../database.ts';
import { StoreUnavailable, type TurnWrite, type TurnResult } from '../../store.ts';
import type { OpenedDatabase, OpenOptions } from '../../open-store.ts';
import { fileOf, openDatabase } from './open-database.ts';
import { retryWhileLocked } from './retry-while-locked.ts';
import { SafeSqliteAdapter } from './safe-adapter.ts';
import { shrinkSqlite } from './shrink-sqlite.ts';
import { sqliteError } from './sqlite-error.ts';
import { SqliteTurnWriter } from './turn-writer.ts';

type Sqlite = Sqlite3.Database;

/** Prisma's own limits of a transaction, above ours, so that it is SQLite's answer that callers get. */
const slackMs = 10_000;
/** How long somebody else may hold the database before we say `store.locked`. */
const patienceMs = { engine: 2_000, web: 5_000, tool: 10_000 } as const;

/** Opens a SQLite file: one connection for Prisma, one for the hot path, one lock for both. */
export async function openSqlite(options: OpenOptions): Promise<OpenedDatabase> {
  const file = fileOf(options.url);
  const patience = options.patienceMs ?? patienceMs[options.role];
  const lock = new AsyncLock();
  const settings = { durability: options.durability, ...(options.maxPages ? { maxPages: options.maxPages } : {}) };
  assertTables(options.url, options.durability);
  /** The hot path's own connection; only an engine has it from the start. */
  let hot: { db: Sqlite; writer: SqliteTurnWriter } | null = null;
  const hotConnection = (): { db: Sqlite; writer: SqliteTurnWriter } => {
    if (!hot) {
      const db = openDatabase(options.url, settings);
      // A turn changes some ten pages of 4 KiB: a checkpoint every few hundred turns, not every hundred.
      db.pragma('wal_autocheckpoint = 4000');
      hot = { db, writer: new SqliteTurnWriter(db) };
    }
    return hot;
  };
  if (options.role === 'engine') hotConnection();
  const { PrismaClient } = await import('../../generated/sqlite/client.ts');
  const adapter = new SafeSqliteAdapter({
    file,
    ...settings,
    lock,
    patienceMs: patience,
    ...(options.onStatement ? { onStatement: options.onStatement } : {}),
  });
  const plain = new PrismaClient({ adapter });
  const inode = statSync(file, { bigint: true }).ino;
  /** Set when the disk failed to flush: nothing is acknowledged from then on. */
  let broken: StoreUnavailable | null = null;

  const failed = (error: unknown): unknown => {
    const known = sqliteError(error);
    if (known instanceof StoreUnavailable && known.code === 'store.fsync-failed') broken = known;
    return known;
  };
  /** A file that was removed or replaced would take our writes and lose them: SQLite does not look at its name again. */
  const assertThere = (): void => {
    if (broken) throw broken;
    const now = statSync(file, { bigint: true, throwIfNoEntry: false })?.ino;
    if (now !== inode)
      throw new StoreUnavailable(
        'store.gone',
        now === undefined
          ? `The database file ${file} is gone. Put it back; nothing was written.`
          : `Another file lies at ${file}. Start Drawloom again to use it; nothing was written.`,
      );
  };
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      assertThere();
      return await work();
    } catch (error) {
      throw failed(error);
    }
  };
  const client = plain.$extends({
    query: { $allOperations: ({ args, query }) => asked(() => query(args)) },
  }) as unknown as Queries & typeof plain;

  const limits = { maxWait: patience + slackMs, timeout: slackMs };
  const database: Database = {
    provider: 'sqlite',
    client,
    transaction: (work) => asked(() => client.$transaction((tx) => work(tx as Queries), limits)),
  };
  return {
    database,
    async commitTurn(turn: TurnWrite): Promise<TurnResult> {
      const release = lock.tryAcquire() ?? (await lock.acquire());
      try {
        assertThere();
        return await retryWhileLocked(() => hotConnection().writer.write(turn), patience);
      } catch (error) {
        throw failed(error);
      } finally {
        release();
      }
    },
    async shrink(most) {
      const release = lock.tryAcquire() ?? (await lock.acquire());
      try {
        assertThere();
        return await retryWhileLocked(() => shrinkSqlite(hotConnection().db, most), patience);
      } catch (error) {
        throw failed(error);
      } finally {
        release();
      }
    },
    ping: () => asked(async () => void (await plain.$queryRaw`SELECT 1`)),
    async close() {
      const release = await lock.acquire();
      hot?.db.close();
      release();
      await plain.$disconnect();
    },
  };
}

/** A file without our tables is no database of ours yet. */
function assertTables(url: string, durability: 'D1' | 'D2'): void {
  const db = openDatabase(url, { durability });
  try {
    db.prepare('SELECT 1 FROM "setting" LIMIT 1').get();
  } catch (error) {
    throw sqliteError(error);
  } finally {
    db.close();
  }
}
