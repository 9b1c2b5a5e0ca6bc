import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

/** Who may answer: these people by e-mail, and everybody of a role or more; neither: everybody who may run. */
export interface Audience {
  role: string | null;
  people: string[];
}
export const approvalStatuses = ['waiting', 'approved', 'rejected', 'expired', 'withdrawn'] as const;
/** `expired`: nobody answered in time. `withdrawn`: the task went on without an answer (cancelled, cleared, marked, timed out). */
export type ApprovalStatus = (typeof approvalStatuses)[number];

/** What a person is asked, for one attempt of a task. */
export interface ApprovalRow {
  attemptId: string;
  runId: string;
  workflowId: string;
  task: string;
  /** -1 when not mapped. */
  mapIndex: number;
  attempt: number;
  /** Markdown, masked. */
  message: string;
  /** JSON Schema of an object: what is to be filled in. */
  form: JsonObject | null;
  audience: Audience;
  status: ApprovalStatus;
  askedAt: number;
  /** When the task goes on without an answer. */
  dueAt: number | null;
  answeredAt: number | null;
  /** Id of the person; null when nobody answered, or the answer came from the command line. */
  answeredBy: string | null;
  comment: string | null;
  answers: Json | null;
}
/** How the waiting ended; applied only while the row is `waiting` (compare-and-set). */
export interface ApprovalEnd {
  attemptId: string;
  set: Pick<ApprovalRow, 'status' | 'answeredAt' | 'answeredBy' | 'comment' | 'answers'>;
}
export interface ApprovalFilter {
  status?: ApprovalStatus[];
  workflowId?: string;
  runId?: string;
  /** Keyset: rows asked before this cursor. */
  before?: { askedAt: number; attemptId: string };
  limit: number;
}

/** What people are asked. Written by the engine's turns (`TurnWrite`), read here. */
export interface ApprovalTable {
  get(attemptId: string): Promise<ApprovalRow | null>;
  /** Newest first. */
  list(filter: ApprovalFilter): Promise<ApprovalRow[]>;
  /** Those that wait for an answer, oldest first, at most `limit`: what a count and recovery look at. */
  waiting(limit: number): Promise<ApprovalRow[]>;
}
