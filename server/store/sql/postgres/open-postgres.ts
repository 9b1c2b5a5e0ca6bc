import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Database, Queries } from '../../database.ts';
import type { OpenedDatabase, OpenOptions } from '../../open-store.ts';
import { postgresError } from './postgres-error.ts';
import { TurnConnection } from './turn-connection.ts';

const connections = { engine: 4, web: 8, tool: 2 } as const;
const patienceMs = { engine: 5_000, web: 5_000, tool: 10_000 } as const;

/** Prisma's own limits of a transaction, above ours. */
const slackMs = 10_000;

/** Opens a PostgreSQL database: a small pool for Prisma, one connection for the hot path. */
export async function openPostgres(options: OpenOptions): Promise<OpenedDatabase> {
  const patience = options.patienceMs ?? patienceMs[options.role];
  const { PrismaClient } = await import('../../generated/postgres/client.ts');
  const pool = new pg.Pool({
    connectionString: options.url,
    max: connections[options.role],
    connectionTimeoutMillis: patience,
    idleTimeoutMillis: 60_000,
    application_name: `drawloom ${options.role}`,
    options: `-c synchronous_commit=${options.durability === 'D2' ? 'on' : 'off'} -c lock_timeout=${patience}`,
  });
  // Without a listener the loss of an idle connection would end the process; the pool makes a new one.
  pool.on('error', () => {});
  const plain = new PrismaClient({ adapter: told(new PrismaPg(pool), options.onStatement) });
  const turns = new TurnConnection({
    url: options.url,
    durability: options.durability,
    exclusive: options.role === 'engine',
    patienceMs: patience,
  });
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw postgresError(error);
    }
  };
  const client = plain.$extends({
    query: { $allOperations: ({ args, query }) => asked(() => query(args)) },
  }) as unknown as Queries & { $transaction: typeof plain.$transaction };
  const limits = { maxWait: patience + slackMs, timeout: patience + slackMs };
  const database: Database = {
    provider: 'postgres',
    client,
    transaction: (work) => asked(() => client.$transaction((tx) => work(tx as unknown as Queries), limits)),
  };
  try {
    await turns.open();
    await plain.$queryRaw`SELECT 1 FROM "setting" LIMIT 1`;
  } catch (error) {
    await turns.close();
    await plain.$disconnect();
    await pool.end();
    throw postgresError(error);
  }
  return {
    database,
    commitTurn: (turn) => turns.commitTurn(turn),
    shrink: () => Promise.resolve(0),
    ping: () => asked(async () => void (await plain.$queryRaw`SELECT 1`)),
    async close() {
      await turns.close();
      await plain.$disconnect();
      await pool.end();
    },
  };
}

/** The adapter, telling of every statement. */
function told(factory: PrismaPg, onStatement: ((sql: string) => void) | undefined): SqlDriverAdapterFactory {
  if (!onStatement) return factory;
  const listen = <A extends Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw'>>(adapter: A): A => {
    for (const method of ['queryRaw', 'executeRaw'] as const) {
      const ask = adapter[method].bind(adapter) as (query: SqlQuery) => Promise<never>;
      adapter[method] = (query: SqlQuery) => {
        onStatement(query.sql);
        return ask(query);
      };
    }
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = listen((await factory.connect()) as SqlDriverAdapter);
      const begin = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (level) => {
        onStatement('BEGIN');
        return listen(await begin(level));
      };
      return adapter;
    },
  };
}
