import type { JsonObject } from '#domain/definition/schema/json.ts';

/** A connection as it is stored: its secret sealed, everything else in the open. */
export interface ConnectionRow {
  id: string;
  /** What a config writes: `[A-Za-z0-9_.-]`. Unique. */
  name: string;
  type: string;
  /** Without secrets. */
  settings: JsonObject;
  /** What the secret is bound to; null where nothing is reached. */
  host: string | null;
  /** Sealed (server/secrets); null when there is none. */
  secret: string | null;
  /** Fields whose values are sealed in `secret`. */
  secretFields: string[];
  lastTest: ConnectionTest | null;
  createdAt: number;
  createdBy: string | null;
  updatedAt: number;
  /** Rises with each change: a change names the one it was made from. */
  revision: number;
}
/** What became of trying a connection. */
export interface ConnectionTest {
  at: number;
  ok: boolean;
  /** One sentence. */
  message: string;
}
/** What a change sets. `secret` and `secretFields` go together; a changed connection has not been tested. */
export type ConnectionChange = Pick<ConnectionRow, 'name' | 'settings' | 'host' | 'secret' | 'secretFields'>;

/** Connections, by name. A lost race is an answer. */
export interface ConnectionTable {
  list(): Promise<ConnectionRow[]>;
  get(id: string): Promise<ConnectionRow | null>;
  byName(name: string): Promise<ConnectionRow | null>;
  /** Whether anything is sealed: then the key must be the one it was sealed with. */
  aSecret(): Promise<string | null>;
  create(row: Pick<ConnectionRow, 'id' | 'type' | 'createdBy'> & ConnectionChange, at: number): Promise<'created' | 'exists'>;
  /** `conflict`: somebody else changed it after `revision`; `exists`: the name is taken. */
  update(id: string, revision: number, change: ConnectionChange, at: number): Promise<'updated' | 'conflict' | 'exists'>;
  remove(id: string): Promise<boolean>;
  /** Keeps how a test went, unless the connection was changed after `revision`. */
  recordTest(id: string, revision: number, test: ConnectionTest): Promise<boolean>;
}
