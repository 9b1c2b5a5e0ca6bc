import type Database from 'better-sqlite3';
import {
  alertColumns,
  approvalColumns,
  approvalEndColumns,
  artifactColumns,
  attemptColumns,
  breakerColumns,
  childRunColumns,
  eventBatchColumns,
  logColumns,
  occurrenceColumns,
  runActColumns,
  runColumns,
  snapshotColumns,
  taskRunColumns,
  triggerStateColumns,
} from '../../turn-columns.ts';

const holes = (count: number): string => Array(count).fill('?').join(', ');
const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
const insert = (table: string, columns: readonly string[], tail = ''): string =>
  `INSERT INTO "${table}" (${quoted(columns)}) VALUES (${holes(columns.length)}) ${tail}`;

/** Statements of the hot path, prepared once for a connection; parameters go by position in the order of the columns here. */
export function turnStatements(db: Database.Database) {
  const prepare = (sql: string) => db.prepare<unknown[]>(sql);
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    rollback: prepare('ROLLBACK'),
    occurrence: prepare(insert('occurrence', occurrenceColumns, 'ON CONFLICT ("workflowId", "triggerId", "at") DO NOTHING')),
    run: prepare(insert('run', runColumns)),
    runExists: prepare('SELECT 1 FROM "run" WHERE "id" = ?').pluck(),
    /** Last seq stored for a run. */
    lastSeq: prepare('SELECT "lastSeq" FROM "event_batch" WHERE "runId" = ? ORDER BY "firstSeq" DESC LIMIT 1').pluck(),
    events: prepare(insert('event_batch', eventBatchColumns)),
    taskRun: prepare(
      insert(
        'task_run',
        taskRunColumns,
        `ON CONFLICT ("runId", "task", "mapIndex") DO UPDATE SET "status" = excluded."status", "attempt" = excluded."attempt",
           "startedAt" = excluded."startedAt", "endedAt" = excluded."endedAt", "reason" = excluded."reason"`,
      ),
    ),
    goneTaskRun: prepare('DELETE FROM "task_run" WHERE "runId" = ? AND "task" = ? AND "mapIndex" = -1'),
    movedRun: prepare('UPDATE "run" SET "version" = ?, "params" = ? WHERE "id" = ?'),
    goneTask: prepare('DELETE FROM "task_run" WHERE "runId" = ? AND "task" = ?'),
    attempt: prepare(insert('attempt', attemptColumns)),
    artifact: prepare(insert('artifact', artifactColumns)),
    triggerState: prepare(
      insert(
        'trigger_state',
        triggerStateColumns,
        `ON CONFLICT ("workflowId", "triggerId") DO UPDATE SET "decidedThrough" = max("decidedThrough", excluded."decidedThrough")`,
      ),
    ),
    breaker: prepare(
      insert(
        'breaker',
        breakerColumns,
        `ON CONFLICT ("workflowId") DO UPDATE SET ${breakerColumns
          .slice(1)
          .map((column) => `"${column}" = excluded."${column}"`)
          .join(', ')}`,
      ),
    ),
    snapshot: prepare(
      insert(
        'snapshot',
        snapshotColumns,
        `ON CONFLICT ("runId") DO UPDATE SET "seq" = excluded."seq", "machine" = excluded."machine", "state" = excluded."state"
         WHERE excluded."seq" >= "snapshot"."seq"`,
      ),
    ),
    log: prepare(insert('log_chunk', logColumns)),
    // Asked again after a crash by the same attempt: the row is there.
    approval: prepare(insert('approval', approvalColumns, 'ON CONFLICT ("attemptId") DO NOTHING')),
    approvalEnd: prepare(
      `UPDATE "approval" SET ${approvalEndColumns.map((column) => `"${column}" = ?`).join(', ')} WHERE "attemptId" = ? AND "status" = 'waiting'`,
    ),
    childRun: prepare(insert('child_run', childRunColumns)),
    runAct: prepare(insert('run_act', runActColumns)),
    alert: prepare(insert('alert', alertColumns, 'ON CONFLICT ("id") DO NOTHING')),
  };
}

/** `UPDATE`s of a table that set some of its columns, each prepared when its combination is first seen. */
export class PatchStatements {
  private readonly prepared = new Map<number, Database.Statement<unknown[]>>();

  /** `tail` is the WHERE clause for so many expected statuses. */
  constructor(
    private readonly db: Database.Database,
    private readonly table: 'run' | 'attempt',
    private readonly columns: readonly string[],
    private readonly tail: (expected: number) => string,
  ) {}

  /** The statement that sets the columns whose bits are in `mask`; its parameters are their values, then those of the tail. */
  get(mask: number, expected = 0): Database.Statement<unknown[]> {
    const key = (mask << 4) | expected;
    let statement = this.prepared.get(key);
    if (!statement) {
      const sets = this.columns.filter((_, i) => mask & (1 << i)).map((column) => `"${column}" = ?`);
      statement = this.db.prepare<unknown[]>(`UPDATE "${this.table}" SET ${sets.join(', ')} WHERE ${this.tail(expected)}`);
      this.prepared.set(key, statement);
    }
    return statement;
  }
}
