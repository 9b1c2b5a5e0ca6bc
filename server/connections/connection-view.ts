import type { ConnectionRow } from '#server/store/connection-row.ts';

/** A workflow whose tasks or alerts name a connection. */
export interface ConnectionUse {
  workflowId: string;
  name: string;
  /** Ids of tasks, and `its alerts`. */
  places: string[];
}
/** A connection as it leaves the house: whether there is a secret, never what it is. */
export type ConnectionView = Omit<ConnectionRow, 'secret' | 'secretFields'> & {
  /** Which secret fields are kept. */
  hasSecret: Record<string, boolean>;
  usedBy: ConnectionUse[];
};

/** What may be shown of a row. Named one by one, so that a new column is not shown by itself. */
export const connectionView = (row: ConnectionRow, usedBy: ConnectionUse[]): ConnectionView => ({
  id: row.id,
  name: row.name,
  type: row.type,
  settings: row.settings,
  host: row.host,
  hasSecret: Object.fromEntries(row.secretFields.map((field) => [field, true])),
  usedBy,
  lastTest: row.lastTest,
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  updatedAt: row.updatedAt,
  revision: row.revision,
});
