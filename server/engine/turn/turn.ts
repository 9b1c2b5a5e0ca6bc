import { encode } from '#domain/run/encode.ts';
import { machineVersion } from '#domain/run/machine-version.ts';
import { eachChangedTaskRun, goneTaskRuns, runView, taskRunCount } from '#domain/run/read.ts';
import type { AlertRow } from '#server/store/alert-row.ts';
import type { ApprovalEnd, ApprovalRow } from '#server/store/approval-row.ts';
import type { ChildRunRow } from '#server/store/child-run-row.ts';
import type {
  ArtifactRow,
  AttemptPatch,
  AttemptRow,
  BreakerRow,
  LogChunk,
  OccurrenceRow,
  RunActRow,
  RunRow,
  TriggerStateRow,
  TurnWrite,
} from '#server/store/store.ts';
import type { ActiveRun } from './active-run.ts';
import type { HostEffect } from './host-effect.ts';

/** Events after which a snapshot is worth its bytes: the most a reader must fold, but for wide runs, whose snapshot is itself as long. */
const snapshotEvery = 1_000;

/** Everything one turn decided: what to write, and what to do once it is written. */
export class Turn {
  /** Runs with events in this turn. */
  readonly runs = new Set<ActiveRun>();
  /** Runs that ended, or were ended again, in this turn. */
  readonly finished = new Set<ActiveRun>();
  /** Runs that were moved to another version in this turn, each with the tasks whose stored rows are void. */
  readonly movedRuns = new Map<ActiveRun, Set<string>>();
  readonly newAttempts = new Map<string, AttemptRow>();
  readonly patches = new Map<string, AttemptPatch>();
  readonly artifacts: ArtifactRow[] = [];
  readonly occurrences: OccurrenceRow[] = [];
  readonly triggerStates = new Map<string, TriggerStateRow>();
  readonly breakers = new Map<string, BreakerRow>();
  readonly logs: LogChunk[] = [];
  readonly approvals: ApprovalRow[] = [];
  readonly childRuns: ChildRunRow[] = [];
  readonly alerts: AlertRow[] = [];
  readonly runActs: RunActRow[] = [];
  private readonly approvalEnds = new Map<string, ApprovalEnd>();
  /** In the order in which they were decided. */
  readonly effects: HostEffect[] = [];

  /** Changes an attempt's row: in place when it is written with this turn, otherwise compare-and-set on an open row. */
  setAttempt(id: string, token: string, set: AttemptPatch['set']): void {
    const fresh = this.newAttempts.get(id);
    if (fresh) {
      // By name: for a fan-out of thousands a loop over keys is what a turn spends most on.
      if (set.status !== undefined) fresh.status = set.status;
      if (set.infra !== undefined) fresh.infra = set.infra;
      if (set.pid !== undefined) fresh.pid = set.pid;
      if (set.pidStart !== undefined) fresh.pidStart = set.pidStart;
      if (set.bootId !== undefined) fresh.bootId = set.bootId;
      if (set.queuedAt !== undefined) fresh.queuedAt = set.queuedAt;
      if (set.startedAt !== undefined) fresh.startedAt = set.startedAt;
      if (set.endedAt !== undefined) fresh.endedAt = set.endedAt;
      if (set.exitCode !== undefined) fresh.exitCode = set.exitCode;
      if (set.errorCode !== undefined) fresh.errorCode = set.errorCode;
      if (set.error !== undefined) fresh.error = set.error;
      if (set.config !== undefined) fresh.config = set.config;
      if (set.output !== undefined) fresh.output = set.output;
      return;
    }
    const patch = this.patches.get(id);
    if (patch) Object.assign(patch.set, set);
    else this.patches.set(id, { id, token, expected: ['queued', 'running', 'parked'], set: { ...set } });
  }

  /** How the waiting for a person ended; the first end of an approval counts. */
  endApproval(attemptId: string, set: ApprovalEnd['set']): void {
    if (!this.approvalEnds.has(attemptId)) this.approvalEnds.set(attemptId, { attemptId, set });
  }

  /** Whether there is nothing to write. */
  get isEmpty(): boolean {
    return (
      this.runs.size === 0 &&
      this.newAttempts.size === 0 &&
      this.patches.size === 0 &&
      this.occurrences.length === 0 &&
      this.triggerStates.size === 0 &&
      this.breakers.size === 0 &&
      this.alerts.length === 0 &&
      this.logs.length === 0
    );
  }

  /** Whether there is nothing to write but log lines, which may wait for company. */
  get isOnlyLogs(): boolean {
    const others =
      this.runs.size +
      this.newAttempts.size +
      this.patches.size +
      this.occurrences.length +
      this.breakers.size +
      this.alerts.length;
    return this.logs.length > 0 && others === 0;
  }

  /** The turn as the store takes it. */
  toWrite(at: number): TurnWrite {
    const write: Required<TurnWrite> = {
      newRuns: [],
      runs: [],
      events: [],
      taskRuns: [],
      goneTaskRuns: [],
      movedRuns: [...this.movedRuns].map(([{ facts }, goneTasks]) => ({
        runId: facts.id,
        version: facts.version,
        params: facts.params,
        goneTasks: [...goneTasks],
      })),
      newAttempts: [...this.newAttempts.values()],
      attempts: [...this.patches.values()],
      artifacts: this.artifacts,
      occurrences: this.occurrences,
      triggerStates: [...this.triggerStates.values()],
      breakers: [...this.breakers.values()],
      snapshots: [],
      logs: this.logs,
      approvals: this.approvals,
      approvalEnds: [...this.approvalEnds.values()],
      childRuns: this.childRuns,
      alerts: this.alerts,
      runActs: this.runActs,
    };
    for (const run of this.runs) {
      if (run.isNew) write.newRuns.push(newRunRow(run));
      else write.runs.push({ id: run.facts.id, set: runColumns(run) });
      write.events.push({ runId: run.facts.id, firstSeq: run.seq - run.fresh.length + 1, at, events: run.fresh });
      const { id: runId } = run.facts;
      eachChangedTaskRun(run.compiled.plan, run.storedState, run.state, (task, index, facts) => {
        const { status, attempt, startedAt, endedAt, reason } = facts;
        write.taskRuns.push({ runId, task, mapIndex: index ?? -1, status, attempt, startedAt, endedAt, reason });
      });
      if (!run.isNew && run.compiled.plan.scopes.length > 0)
        for (const task of goneTaskRuns(run.compiled.plan, run.storedState, run.state))
          write.goneTaskRuns.push({ runId: run.facts.id, task });
      // After a move, so that nobody who begins at the snapshot needs the version before.
      if (
        this.finished.has(run) ||
        this.movedRuns.has(run) ||
        run.seq - run.snapshotSeq >= Math.max(snapshotEvery, taskRunCount(run.state))
      ) {
        run.snapshotSeq = run.seq;
        write.snapshots.push({ runId: run.facts.id, seq: run.seq, machine: machineVersion, state: encode(run.state) });
      }
    }
    return write;
  }
}

function runColumns(run: ActiveRun): Pick<RunRow, 'status' | 'paused' | 'reason' | 'startedAt' | 'endedAt' | 'seq'> {
  const { status, paused, reason, startedAt, endedAt } = runView(run.compiled.plan, run.state);
  return { status, paused, reason, startedAt, endedAt, seq: run.seq };
}

function newRunRow(run: ActiveRun): NonNullable<TurnWrite['newRuns']>[number] {
  const { dataIntervalStart: _start, dataIntervalEnd: _end, parent: _parent, ...facts } = run.facts;
  return { ...facts, ...runColumns(run) };
}
