import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type Database from 'better-sqlite3';
import type { AsyncLock, Release } from '../../async-lock.ts';
import { configureDatabase, type ConnectionSettings } from './open-database.ts';
import { retryWhileLocked } from './retry-while-locked.ts';
import { isLocked, sqliteCode } from './sqlite-error.ts';

export interface SafeAdapterOptions extends ConnectionSettings {
  /** Path of the file. */
  file: string;
  /** Held by whoever uses a connection of this process; the hot path shares it. */
  lock: AsyncLock;
  /** How long another process may hold the database before a statement is refused. */
  patienceMs: number;
  /** Told of every statement, for the tests that count them. */
  onStatement?: (sql: string) => void;
}

/**
 * Prisma's adapter for better-sqlite3 with four defects mended, which lose acknowledged writes or poison the client
 * (version 7.10.0; the tests beside this file fail with the adapter as shipped):
 * a plain write made while an interactive transaction is open joins it, and rolls back with it → one lock for both;
 * a failed COMMIT leaves the transaction open for ever → it is rolled back;
 * a transaction that reads and then writes fails when another process wrote meanwhile → BEGIN IMMEDIATE;
 * waiting for another process stands the event loop still → no wait inside SQLite, pauses outside.
 * Using the outer client inside a transaction's callback waits for itself until the transaction times out: use `tx`.
 */
export class SafeSqliteAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';

  constructor(private readonly options: SafeAdapterOptions) {}

  async connect(): Promise<SqlDriverAdapter> {
    const shipped = await new PrismaBetterSqlite3({ url: this.options.file, timeout: 0, fileMustExist: true }).connect();
    const raw = (shipped as unknown as { client: Database.Database }).client;
    configureDatabase(raw, this.options);
    return new SafeConnection(shipped, raw, this.options);
  }
}

class SafeConnection implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';

  constructor(
    private readonly shipped: SqlDriverAdapter,
    private readonly raw: Database.Database,
    private readonly options: SafeAdapterOptions,
  ) {}

  queryRaw = (query: SqlQuery) => this.alone(query, () => this.shipped.queryRaw(query));
  executeRaw = (query: SqlQuery) => this.alone(query, () => this.shipped.executeRaw(query));
  executeScript = (script: string) => this.shipped.executeScript(script);
  dispose = () => this.shipped.dispose();

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE')
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    const { lock, patienceMs, onStatement } = this.options;
    const release = await lock.acquire();
    try {
      onStatement?.('BEGIN');
      await retryWhileLocked(() => this.exec('BEGIN IMMEDIATE'), patienceMs);
      return this.transaction(release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** `usePhantomQuery`: Prisma sends no COMMIT of its own, so what follows a failed one is ours to say. */
  private transaction(release: Release): Transaction {
    const { shipped, options, raw } = this;
    const told =
      <T>(ask: (query: SqlQuery) => Promise<T>) =>
      (query: SqlQuery) => {
        options.onStatement?.(query.sql);
        return ask(query);
      };
    const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
      try {
        options.onStatement?.(sql);
        if (sql === 'COMMIT' || raw.inTransaction) this.exec(sql);
      } catch (error) {
        if (raw.inTransaction) raw.exec('ROLLBACK');
        throw error;
      } finally {
        release();
      }
    };
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      options: { usePhantomQuery: true },
      queryRaw: told((query) => shipped.queryRaw(query)),
      executeRaw: told((query) => shipped.executeRaw(query)),
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK'),
      createSavepoint: async (name) => this.exec(`SAVEPOINT ${name}`),
      rollbackToSavepoint: async (name) => this.exec(`ROLLBACK TO ${name}`),
      releaseSavepoint: async (name) => this.exec(`RELEASE SAVEPOINT ${name}`),
    };
  }

  private async alone<T>(query: SqlQuery, work: () => Promise<T>): Promise<T> {
    const { lock, patienceMs, onStatement } = this.options;
    const release = await lock.acquire();
    try {
      onStatement?.(query.sql);
      return await retryWhileLocked(work, patienceMs);
    } finally {
      release();
    }
  }

  /** Throws the error in the form Prisma passes on. */
  private exec(sql: string): void {
    try {
      this.raw.exec(sql);
    } catch (error) {
      const originalCode = sqliteCode(error) ?? undefined;
      const originalMessage = error instanceof Error ? error.message : String(error);
      const origin = { ...(originalCode ? { originalCode } : {}), originalMessage };
      throw new DriverAdapterError(
        isLocked(originalCode ?? null)
          ? { kind: 'SocketTimeout', ...origin }
          : { kind: 'sqlite', extendedCode: 1, message: originalMessage, ...origin },
      );
    }
  }
}
