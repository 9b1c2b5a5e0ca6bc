/** What an alert is about: how a run ended, that it has not ended in time, or that the schedule of a workflow is held back. */
export type AlertEvent = 'failed' | 'success' | 'cancelled' | 'late' | 'circuit-open';
export const alertStatuses = ['waiting', 'sent', 'failed'] as const;
/** `waiting`: not sent yet, also between two tries. `failed`: given up; a person may have it sent again. */
export type AlertStatus = (typeof alertStatuses)[number];

/** One message to somebody: written in the turn that decided what it is about, sent afterwards, at least once. */
export interface AlertRow {
  /** Follows from what it is about, so that it stands once whatever crashes; it is also the other side's key. */
  id: string;
  workflowId: string;
  /** Null when it is about no run. */
  runId: string | null;
  event: AlertEvent;
  /** Name of the connection it goes through. */
  connection: string;
  /** Addresses, for a mail server. */
  to: string | null;
  subject: string;
  text: string;
  status: AlertStatus;
  /** Tries so far; since a person had it sent again, when one did. */
  tries: number;
  createdAt: number;
  /** When it is tried next, while it waits. */
  nextAt: number;
  sentAt: number | null;
  /** Why the last try failed. */
  error: string | null;
}
export interface AlertFilter {
  status?: AlertStatus[];
  workflowId?: string;
  runId?: string;
  /** Keyset: rows made before this cursor. */
  before?: { createdAt: number; id: string };
  limit: number;
}

/** Alerts: an outbox. Turns write them, the engine sends them. */
export interface AlertTable {
  get(id: string): Promise<AlertRow | null>;
  /** Newest first. */
  list(filter: AlertFilter): Promise<AlertRow[]>;
  /** Those that wait and are due at this instant, the longest due first. */
  due(at: number, limit: number): Promise<AlertRow[]>;
  /** When the next one that waits is due; null when none waits. */
  nextAt(): Promise<number | null>;
  count(status: AlertStatus): Promise<number>;
  /** What a try came to, or that a person wants it sent again; applied while the row has this status. Gives whether it was. */
  update(
    id: string,
    expected: AlertStatus,
    set: Partial<Pick<AlertRow, 'status' | 'tries' | 'nextAt' | 'sentAt' | 'error'>>,
  ): Promise<boolean>;
}
