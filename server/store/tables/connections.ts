import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { ConnectionChange, ConnectionRow, ConnectionTable } from '../connection-row.ts';
import type { Database } from '../database.ts';
import type { Connection } from '../generated/sqlite/client.ts';
import { StoreConflict } from '../store.ts';

const connectionRow = (row: Connection): ConnectionRow => ({
  id: row.id,
  name: row.name,
  type: row.type,
  settings: JSON.parse(row.settings) as JsonObject,
  host: row.host,
  secret: row.secret,
  secretFields: JSON.parse(row.secretFields) as string[],
  lastTest: row.testedAt === null ? null : { at: Number(row.testedAt), ok: row.testOk === true, message: row.testMessage ?? '' },
  createdAt: Number(row.createdAt),
  createdBy: row.createdBy,
  updatedAt: Number(row.updatedAt),
  revision: row.revision,
});

const columns = ({ name, settings, host, secret, secretFields }: ConnectionChange) => ({
  name,
  settings: JSON.stringify(settings),
  host,
  secret,
  secretFields: JSON.stringify(secretFields),
});

/** A name that is taken is an answer, not an exception. */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T | 'exists'> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof StoreConflict) return 'exists';
    throw error;
  }
}

/** Rows of connections. */
export const connectionsOf = ({ client }: Database): ConnectionTable => ({
  async list() {
    const rows = await client.connection.findMany();
    // Sorted here: the two databases order letters differently.
    return rows.map(connectionRow).sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  },
  async get(id) {
    const row = await client.connection.findUnique({ where: { id } });
    return row && connectionRow(row);
  },
  async byName(name) {
    const row = await client.connection.findUnique({ where: { name } });
    return row && connectionRow(row);
  },
  async aSecret() {
    const row = await client.connection.findFirst({ where: { secret: { not: null } }, select: { secret: true } });
    return row?.secret ?? null;
  },
  create: ({ id, type, createdBy, ...change }, at) =>
    unlessTaken(async () => {
      await client.connection.create({
        data: { id, type, createdBy, ...columns(change), createdAt: at, updatedAt: at, revision: 1 },
      });
      return 'created' as const;
    }),
  update: (id, revision, change, at) =>
    unlessTaken(async () => {
      const { count } = await client.connection.updateMany({
        where: { id, revision },
        data: {
          ...columns(change),
          testedAt: null,
          testOk: null,
          testMessage: null,
          updatedAt: at,
          revision: revision + 1,
        },
      });
      return count === 1 ? ('updated' as const) : ('conflict' as const);
    }),
  async remove(id) {
    return (await client.connection.deleteMany({ where: { id } })).count === 1;
  },
  async recordTest(id, revision, { at, ok, message }) {
    const { count } = await client.connection.updateMany({
      where: { id, revision },
      data: { testedAt: at, testOk: ok, testMessage: message },
    });
    return count === 1;
  },
});
