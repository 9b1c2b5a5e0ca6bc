import { Refusal } from '#server/refusal.ts';
import type { ConnectionKind } from './connection-type.ts';
import { duckdbConnection } from './types/duckdb.ts';
import { httpConnection } from './types/http.ts';
import { postgresConnection } from './types/postgres.ts';
import { smtpConnection } from './types/smtp.ts';
import { sqliteConnection } from './types/sqlite.ts';
import { webhookConnection } from './types/webhook.ts';

/** Every kind of connection, in the order of the menu. */
export const kinds: ConnectionKind[] = [
  postgresConnection,
  sqliteConnection,
  duckdbConnection,
  httpConnection,
  webhookConnection,
  smtpConnection,
];

/** The kind of this type; refuses an unknown one (422 `connection.type`). */
export function kindOf(type: string): ConnectionKind {
  const kind = kinds.find((one) => one.type === type);
  if (!kind)
    throw new Refusal(
      'connection.type',
      `There is no connection of type ${type}. Choose one of ${kinds.map((k) => k.type).join(', ')}.`,
      422,
    );
  return kind;
}
