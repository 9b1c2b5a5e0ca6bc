import type { Json } from '#domain/definition/schema/json.ts';

/**
 * A value of SQLite or PostgreSQL as JSON: whole numbers beyond 2^53 become text, so that no digit is lost; instants are
 * ISO; bytes are base64; a number that is none becomes null, as in JSON.stringify.
 */
export function sqlValue(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(sqlValue);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sqlValue(one)]));
  return String(value);
}
