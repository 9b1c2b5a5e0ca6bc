import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { pendingMigrations, type AppliedMigration } from '../../judge-migrations.ts';
import type { ApplyPending, MigrationReport } from '../../migrate.ts';
import { migrationsOf } from '../../migrations.ts';
import { applyMigrations } from '../../schema-engine.ts';
import { StoreUnavailable } from '../../store.ts';
import { StoreUnusable } from '../../store-unusable.ts';
import { postgresError } from './postgres-error.ts';

/** `migrateDatabase` for a server. */
export async function migratePostgres(url: string, apply?: ApplyPending): Promise<MigrationReport> {
  try {
    const pending = pendingMigrations(migrationsOf('postgres'), await appliedTo(url));
    if (pending.length === 0) return { applied: [] };
    const applyHere = () => applyMigrations('postgres', new MigrationAdapter({ connectionString: url }));
    return { applied: await (apply ?? applyHere)(url) };
  } catch (error) {
    const known = postgresError(error);
    if (known instanceof StoreUnusable || known instanceof StoreUnavailable) throw known;
    throw new StoreUnusable('store.migration-failed', `The database could not be made current: ${String(error)}`, {
      cause: error,
    });
  }
}

async function appliedTo(url: string): Promise<AppliedMigration[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ there: string | null }>(
      `SELECT to_regclass('_prisma_migrations')::text AS there`,
    );
    if (!tables[0]?.there) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LIMIT 1`,
      );
      if (rows[0])
        throw new StoreUnusable(
          'store.older',
          `The database belongs to another program (it has a table ${rows[0].name}). Give Drawloom a database of its own in DATABASE_URL.`,
        );
      return [];
    }
    const { rows } = await client.query<AppliedMigration>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
       FROM _prisma_migrations ORDER BY started_at`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** Prisma's adapter names PostgreSQL's one-byte type "char", which system tables have, so that its schema engine fails on it: here it is `bpchar`. */
class MigrationAdapter extends PrismaPg {
  override connect(): ReturnType<PrismaPg['connect']> {
    return super.connect().then(readable);
  }
  override connectToShadowDb(): ReturnType<PrismaPg['connectToShadowDb']> {
    return super.connectToShadowDb().then(readable);
  }
}

function readable<A>(adapter: A): A {
  const inner = adapter as { performIO(query: unknown): Promise<{ fields?: { dataTypeID: number }[] }> };
  const ask = inner.performIO.bind(inner);
  inner.performIO = async (query) => {
    const answer = await ask(query);
    for (const field of answer.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042;
    return answer;
  };
  return adapter;
}
