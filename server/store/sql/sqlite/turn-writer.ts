import type Database from 'better-sqlite3';
import { plainText } from '../../plain-text.ts';
import {
  StoreConflict,
  type AttemptPatch,
  type AttemptRow,
  type OccurrenceRow,
  type TurnResult,
  type TurnWrite,
} from '../../store.ts';
import { attemptPatchColumns, runPatchColumns } from '../../turn-columns.ts';
import { withoutTaken } from '../../without-taken.ts';
import { PatchStatements, turnStatements } from './turn-statements.ts';

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

/** Writes turns on a connection of its own: prepared statements, one transaction, no promise. */
export class SqliteTurnWriter {
  private readonly statements: ReturnType<typeof turnStatements>;
  private readonly patches: PatchStatements;

  constructor(private readonly db: Database.Database) {
    this.statements = turnStatements(db);
    this.patches = new PatchStatements(db);
  }

  /**
   * All of the turn or nothing: after any error the transaction is rolled back, also when COMMIT itself failed.
   * Throws SQLite's own errors, and StoreConflict.
   */
  write(turn: TurnWrite): TurnResult {
    const { begin, commit, rollback } = this.statements;
    begin.run();
    try {
      const result = this.writeAll(turn);
      commit.run();
      return result;
    } catch (error) {
      if (this.db.inTransaction) rollback.run();
      throw error;
    }
  }

  private writeAll(asked: TurnWrite): TurnResult {
    const takenOccurrences = this.occurrences(asked.occurrences ?? []);
    const turn = takenOccurrences.length > 0 ? withoutTaken(asked, takenOccurrences) : asked;
    this.newRuns(turn);
    this.runs(turn);
    this.events(turn);
    this.taskRuns(turn);
    for (const row of turn.newAttempts ?? []) this.newAttempt(row);
    const lostAttempts = (turn.attempts ?? []).filter((patch) => !this.attempt(patch)).map(({ id }) => id);
    this.rest(turn);
    return { lostAttempts, takenOccurrences };
  }

  private occurrences(rows: OccurrenceRow[]): OccurrenceRow[] {
    return rows.filter(
      (row) =>
        this.statements.occurrence.run(row.workflowId, row.triggerId, row.at, row.outcome, row.reason, row.runId, row.decidedAt)
          .changes === 0,
    );
  }

  private newRuns({ newRuns }: TurnWrite): void {
    for (const row of newRuns ?? [])
      this.statements.run.run(
        row.id,
        row.number,
        row.workflowId,
        row.version,
        json(row.draft),
        row.runType,
        row.status,
        flag(row.paused),
        plainText(row.reason),
        row.logicalTime,
        JSON.stringify(row.params),
        row.triggerId,
        row.createdBy,
        row.createdAt,
        row.startedAt,
        row.endedAt,
        row.seq,
        row.idempotencyKey ?? null,
      );
  }

  private runs({ runs }: TurnWrite): void {
    for (const { id, set } of runs ?? []) {
      const columns = runPatchColumns.filter((column) => set[column] !== undefined);
      if (columns.length === 0) continue;
      const values = columns.map((column) => {
        const value = set[column] as string | number | boolean | null;
        return typeof value === 'boolean' ? flag(value) : value;
      });
      if (this.patches.get('run', columns, '"id" = ?').run(...values, id).changes === 0)
        throw new StoreConflict('store.run-missing', `There is no run ${id}.`);
    }
  }

  private events({ events }: TurnWrite): void {
    const { lastSeq, runExists, events: insert } = this.statements;
    for (const { runId, firstSeq, at, events: list } of events ?? []) {
      if (list.length === 0) continue;
      const last = (lastSeq.get(runId) as number | undefined) ?? 0;
      if (last === 0 && runExists.get(runId) === undefined)
        throw new StoreConflict('store.run-missing', `There is no run ${runId} to write events for.`);
      if (firstSeq <= last) throw new StoreConflict('store.seq-taken', `Event ${firstSeq} of run ${runId} is stored already.`);
      insert.run(runId, firstSeq, firstSeq + list.length - 1, at, JSON.stringify(list));
    }
  }

  private taskRuns({ taskRuns }: TurnWrite): void {
    for (const row of taskRuns ?? [])
      this.statements.taskRun.run(
        row.runId,
        row.task,
        row.mapIndex,
        row.status,
        row.attempt,
        row.startedAt,
        row.endedAt,
        plainText(row.reason),
      );
  }

  private newAttempt(row: AttemptRow): void {
    this.statements.attempt.run(
      row.id,
      row.runId,
      row.task,
      row.mapIndex,
      row.attempt,
      row.token,
      row.status,
      flag(row.infra),
      row.pid,
      row.pidStart,
      row.bootId,
      row.queuedAt,
      row.startedAt,
      row.endedAt,
      row.exitCode,
      row.errorCode,
      plainText(row.error),
      json(row.config),
      json(row.output),
    );
  }

  /** Compare-and-set; false when the row has another token or status, or is not there. */
  private attempt({ id, token, expected, set }: AttemptPatch): boolean {
    const columns = attemptPatchColumns.filter((column) => set[column] !== undefined);
    if (columns.length === 0 || expected.length === 0) return false;
    const values = columns.map((column) => {
      const value = set[column];
      if (column === 'config' || column === 'output') return json(value);
      if (column === 'error') return plainText(value as string | null);
      return typeof value === 'boolean' ? flag(value) : value;
    });
    const tail = `"id" = ? AND "token" = ? AND "status" IN (${expected.map(() => '?').join(', ')})`;
    return this.patches.get('attempt', columns, tail).run(...values, id, token, ...expected).changes === 1;
  }

  private rest({ artifacts, triggerStates, snapshots, logs }: TurnWrite): void {
    const { artifact, triggerState, snapshot, log } = this.statements;
    for (const row of artifacts ?? []) artifact.run(row.id, row.runId, row.attemptId, row.name, row.bytes, row.sha256, row.type);
    for (const row of triggerStates ?? []) triggerState.run(row.workflowId, row.triggerId, flag(row.enabled), row.decidedThrough);
    for (const row of snapshots ?? []) snapshot.run(row.runId, row.seq, row.machine, row.state);
    for (const row of logs ?? [])
      log.run(row.attemptId, row.seq, row.stream, row.offset, row.at, plainText(row.text), row.omitted);
  }
}
