import pg from 'pg';
import { AsyncLock } from '../../async-lock.ts';
import { StoreUnavailable, type TurnResult, type TurnWrite } from '../../store.ts';
import { StoreUnusable } from '../../store-unusable.ts';
import { isConnectionLost, postgresError } from './postgres-error.ts';
import { turnStatements } from './turn-statements.ts';
import { writeTurn } from './turn-writer.ts';

/** One engine a database: the lock is held by the connection, so a killed engine lets it go. The number is ours alone. */
const engineLock = 4_919_051_733;
const pauseMs = 100;

export interface TurnConnectionOptions {
  url: string;
  durability: 'D1' | 'D2';
  /** Whether this connection holds the lock of the one engine. */
  exclusive: boolean;
  /** How long another engine may take to let the lock go. */
  patienceMs: number;
}

/** The hot path's own connection: opened when it is needed, opened again when it was lost. */
export class TurnConnection {
  private client: pg.Client | null = null;
  private readonly lock = new AsyncLock();
  private closed = false;

  constructor(private readonly options: TurnConnectionOptions) {}

  /** Connects now, so that a wrong address or a second engine is known at start. */
  async open(): Promise<void> {
    await this.connected();
  }

  /** One turn, one transaction. Rejects with what `postgresError` makes of the cause. */
  async commitTurn(turn: TurnWrite): Promise<TurnResult> {
    const release = await this.lock.acquire();
    let client: pg.Client | null = null;
    try {
      client = await this.connected();
      return await this.write(client, turn);
    } catch (error) {
      if (client && isConnectionLost(error)) this.drop(client);
      throw postgresError(error);
    } finally {
      release();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const release = await this.lock.acquire();
    await this.client?.end().catch(() => {});
    this.client = null;
    release();
  }

  private async write(client: pg.Client, turn: TurnWrite): Promise<TurnResult> {
    // Two statements in one message; the second names the transaction, should the answer to COMMIT be lost. Waited for: what
    // is sent behind a BEGIN that was refused would stand without a transaction.
    const begun = (await client.query('BEGIN; SELECT pg_current_xact_id()::text AS xid')) as unknown as pg.QueryResult<{
      xid: string;
    }>[];
    const xid = begun[1]?.rows[0]?.xid ?? '';
    let result: TurnResult;
    try {
      result = await writeTurn(turn, async (name, rows) => {
        if (rows.length === 0) return [];
        const answer = await client.query<Record<string, unknown>>({
          name: `drawloom-${name}`,
          text: turnStatements[name],
          values: [JSON.stringify(rows)],
        });
        return answer.rows;
      });
    } catch (error) {
      await client.query('ROLLBACK').catch(() => this.drop(client));
      throw error;
    }
    try {
      await client.query('COMMIT');
    } catch (error) {
      this.drop(client);
      if (!isConnectionLost(error) || !(await this.committed(xid))) throw error;
    }
    return result;
  }

  /**
   * What became of a transaction whose COMMIT got no answer. The server remembers; until it can be asked, neither yes
   * nor no may be said, so this waits for it, as long as it takes.
   */
  private async committed(xid: string): Promise<boolean> {
    while (!this.closed) {
      try {
        const client = await this.connected();
        const answer = await client.query<{ status: string | null }>('SELECT pg_xact_status($1::xid8) AS status', [xid]);
        const status = answer.rows[0]?.status;
        if (status !== 'in progress') return status === 'committed';
      } catch (error) {
        if (!(postgresError(error) instanceof StoreUnavailable)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return false;
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.options.url,
      keepAlive: true,
      pipeline: true,
      application_name: 'drawloom turns',
    });
    // Without a listener the loss of an idle connection would end the process.
    client.on('error', () => this.drop(client));
    client.on('end', () => this.drop(client));
    try {
      await client.connect();
      await assertVersion(client);
      await client.query(`SET synchronous_commit = ${this.options.durability === 'D2' ? 'on' : 'off'}`);
      if (this.options.exclusive) await this.takeEngineLock(client);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    this.client = client;
    return client;
  }

  private async takeEngineLock(client: pg.Client): Promise<void> {
    const until = performance.now() + this.options.patienceMs;
    for (;;) {
      const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [engineLock]);
      if (rows[0]?.taken) return;
      if (performance.now() >= until)
        throw new StoreUnusable(
          'store.taken',
          'Another engine uses this database. End it, or give this one a database of its own.',
        );
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  private drop(client: pg.Client): void {
    if (this.client === client) this.client = null;
    void client.end().catch(() => {});
  }
}

/** `pg_xact_status` and transaction numbers that do not wrap are there since 13. */
async function assertVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
  );
  if (rows[0] && rows[0].number < 130_000)
    throw new StoreUnusable('store.postgres-old', `PostgreSQL ${rows[0].name} is too old. Upgrade the server to 13 or newer.`);
}
