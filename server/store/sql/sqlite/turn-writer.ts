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
import { approvalValues } from '../../rows/approval-values.ts';
import {
  alertColumns,
  approvalColumns,
  approvalEndColumns,
  attemptPatchColumns,
  childRunColumns,
  runPatchColumns,
} from '../../turn-columns.ts';
import { withoutTaken } from '../../without-taken.ts';
import { PatchStatements, turnStatements } from './turn-statements.ts';

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));

/** Which of the columns `set` names, as bits, and their values as SQLite takes them. */
function changes<C extends string>(
  columns: readonly C[],
  set: { readonly [K in C]?: unknown },
): { mask: number; values: unknown[] } {
  let mask = 0;
  const values: unknown[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as C;
    const value = set[column];
    if (value === undefined) continue;
    mask |= 1 << i;
    if (column === 'config' || column === 'output') values.push(json(value));
    else if (column === 'error' || column === 'reason') values.push(plainText(value as string | null));
    else values.push(typeof value === 'boolean' ? flag(value) : value);
  }
  return { mask, values };
}

/** Writes turns on a connection of its own: prepared statements, one transaction, no promise. */
export class SqliteTurnWriter {
  private readonly statements: ReturnType<typeof turnStatements>;
  private readonly runPatches: PatchStatements;
  private readonly attemptPatches: PatchStatements;

  constructor(private readonly db: Database.Database) {
    this.statements = turnStatements(db);
    this.runPatches = new PatchStatements(db, 'run', runPatchColumns, () => '"id" = ?');
    // OR, since IN with a list builds a table for each row it looks at.
    this.attemptPatches = new PatchStatements(
      db,
      'attempt',
      attemptPatchColumns,
      (expected) => `"id" = ? AND "token" = ? AND (${Array(expected).fill('"status" = ?').join(' OR ')})`,
    );
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
    for (const { runId, version, params, goneTasks } of turn.movedRuns ?? []) {
      this.statements.movedRun.run(version, JSON.stringify(params), runId);
      for (const task of goneTasks) this.statements.goneTask.run(runId, task);
    }
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
      const { mask, values } = changes(runPatchColumns, set);
      if (mask === 0) continue;
      values.push(id);
      if (this.runPatches.get(mask).run(...values).changes === 0)
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

  private taskRuns({ taskRuns, goneTaskRuns }: TurnWrite): void {
    for (const { runId, task } of goneTaskRuns ?? []) this.statements.goneTaskRun.run(runId, task);
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
    const { mask, values } = changes(attemptPatchColumns, set);
    if (mask === 0 || expected.length === 0) return false;
    values.push(id, token, ...expected);
    return this.attemptPatches.get(mask, expected.length).run(...values).changes === 1;
  }

  private rest(turn: TurnWrite): void {
    const { artifacts, triggerStates, breakers, snapshots, logs, approvals, approvalEnds, childRuns, alerts, runActs } = turn;
    const { artifact, triggerState, breaker, snapshot, log } = this.statements;
    for (const row of artifacts ?? []) artifact.run(row.id, row.runId, row.attemptId, row.name, row.bytes, row.sha256, row.type);
    for (const row of triggerStates ?? []) triggerState.run(row.workflowId, row.triggerId, flag(row.enabled), row.decidedThrough);
    for (const row of breakers ?? [])
      breaker.run(
        row.workflowId,
        row.state,
        row.since,
        row.failures,
        JSON.stringify(row.failedRuns),
        row.openings,
        row.trialAt,
        row.trialRun,
        JSON.stringify(row.history),
      );
    for (const row of snapshots ?? []) snapshot.run(row.runId, row.seq, row.machine, row.state);
    for (const row of logs ?? [])
      log.run(row.attemptId, row.seq, row.stream, row.offset, row.at, plainText(row.text), row.omitted);
    for (const row of childRuns ?? []) this.statements.childRun.run(...childRunColumns.map((column) => row[column]));
    for (const row of runActs ?? []) this.statements.runAct.run(row.runId, row.key, row.act, row.at);
    for (const row of alerts ?? []) {
      const plain = { ...row, subject: plainText(row.subject), text: plainText(row.text) };
      this.statements.alert.run(...alertColumns.map((column) => plain[column]));
    }
    for (const row of approvals ?? [])
      this.statements.approval.run(...approvalColumns.map((column) => approvalValues(row)[column] ?? null));
    for (const { attemptId, set } of approvalEnds ?? [])
      this.statements.approvalEnd.run(...approvalEndColumns.map((column) => approvalValues(set)[column] ?? null), attemptId);
  }
}
