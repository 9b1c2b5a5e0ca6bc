import { StoreConflict, StoreUnavailable } from '../../store.ts';
import { StoreUnusable } from '../../store-unusable.ts';
import { isTransactionTimeout } from '../../transaction-timeout.ts';

/** What is known of an error of PostgreSQL or of the way to it, wherever Prisma or its adapter has wrapped it. */
interface Origin {
  /** SQLSTATE, or Node's code of a socket error. */
  code: string;
  /** Name of the violated constraint. */
  constraint: string;
  text: string;
}

function originOf(error: unknown): Origin {
  const origin: Origin = { code: '', constraint: '', text: '' };
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth++) {
    const { code, originalCode, constraint, kind, message, cause, meta } = at as {
      code?: unknown;
      originalCode?: unknown;
      constraint?: unknown;
      kind?: unknown;
      message?: unknown;
      cause?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    // Prisma's own codes (P2002 …) say less than what they wrap.
    if (typeof code === 'string' && !/^P\d{4}$/.test(code)) origin.code = code;
    if (typeof originalCode === 'string') origin.code = originalCode;
    if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'SocketTimeout') origin.code = 'ECONNRESET';
    const index = typeof constraint === 'object' && constraint !== null ? (constraint as { index?: unknown }).index : constraint;
    if (typeof index === 'string') origin.constraint = index;
    if (typeof message === 'string') origin.text += `${message}\n`;
    at = meta?.driverAdapterError ?? cause;
  }
  return origin;
}

/** Whether the connection was lost, so that nobody knows what became of a COMMIT that was under way. */
export function isConnectionLost(error: unknown): boolean {
  const { code, text } = originOf(error);
  return (
    /^(08|57P0)/.test(code) ||
    /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/.test(code) ||
    /Connection terminated|connection is closed|not queryable|timeout exceeded when trying to connect/i.test(text)
  );
}

/**
 * What an error of PostgreSQL means to a caller of the store: StoreUnavailable, StoreConflict or StoreUnusable; anything
 * else comes back as it is.
 */
export function postgresError(error: unknown): unknown {
  const { code, constraint, text } = originOf(error);
  const cause = { cause: error };
  if (isConnectionLost(error) || code === '53300')
    return new StoreUnavailable('store.gone', 'The database server does not answer. Start it, or correct DATABASE_URL.', cause);
  if (code === '53100')
    return new StoreUnavailable(
      'store.disk-full',
      'The disk of the database server is full. Make room; nothing was written.',
      cause,
    );
  if (isTransactionTimeout(error) || ['55P03', '40P01', '40001'].includes(code))
    return new StoreUnavailable('store.locked', 'Another process holds these rows. Try again in a moment.', cause);
  if (code === '23505') {
    return constraint === 'event_batch_pkey'
      ? new StoreConflict('store.seq-taken', 'An event with this number is stored already.', cause)
      : new StoreConflict('store.duplicate', `A row with this key is stored already (${constraint || text.trim()}).`, cause);
  }
  if (code === '42P01')
    return new StoreUnusable(
      'store.missing',
      'The database has no tables of Drawloom. Start Drawloom once, or correct DATABASE_URL.',
      cause,
    );
  if (code === '3D000' || code === '28P01' || code === '28000')
    return new StoreUnusable(
      'store.url',
      `The database server refused the connection: ${text.split('\n')[0]}. Correct DATABASE_URL.`,
      cause,
    );
  return error;
}
