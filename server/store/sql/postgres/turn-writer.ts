import { plainText } from '../../plain-text.ts';
import { StoreConflict, type AttemptPatch, type OccurrenceRow, type TurnResult, type TurnWrite } from '../../store.ts';
import { approvalValues } from '../../rows/approval-values.ts';
import { attemptPatchColumns, runPatchColumns } from '../../turn-columns.ts';
import { withoutTaken } from '../../without-taken.ts';
import { turnStatements } from './turn-statements.ts';

/** Sends one of the prepared statements with its rows and gives what came back. */
export type SendStatement = (name: keyof typeof turnStatements, rows: unknown[]) => Promise<Record<string, unknown>[]>;

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
/** The last row of each key: one statement may not write a row twice. */
const lastOf = <T>(rows: T[], key: (row: T) => string): T[] => [...new Map(rows.map((row) => [key(row), row])).values()];

/**
 * Writes everything of a turn inside the transaction that the caller has begun. All statements go out at once and the
 * server answers them in order: a turn costs the way there and back once, not once a statement. Only which occurrences
 * were taken must be known before the rest. When one is refused the server refuses what follows; the first refusal is
 * thrown, after all answers are in.
 */
export async function writeTurn(asked: TurnWrite, send: SendStatement): Promise<TurnResult> {
  const takenOccurrences = await occurrences(asked.occurrences ?? [], send);
  const turn = takenOccurrences.length > 0 ? withoutTaken(asked, takenOccurrences) : asked;
  // Not `async` before the statement is sent: the order of calls is the order on the wire.
  const sendSome: SendStatement = (name, rows) => (rows.length > 0 ? send(name, rows) : Promise.resolve([]));
  const lost: string[] = [];
  await allAnswers([
    sendSome('newRuns', (turn.newRuns ?? []).map(runRow)),
    runs(turn, sendSome),
    ...events(turn, sendSome),
    sendSome('goneTaskRuns', turn.goneTaskRuns ?? []),
    sendSome(
      'movedRuns',
      (turn.movedRuns ?? []).map((row) => ({ ...row, params: JSON.stringify(row.params) })),
    ),
    sendSome('taskRuns', lastOf(turn.taskRuns ?? [], (row) => `${row.runId}\n${row.task}\n${row.mapIndex}`).map(taskRunRow)),
    sendSome('newAttempts', (turn.newAttempts ?? []).map(attemptRow)),
    attempts(turn.attempts ?? [], sendSome, lost),
    sendSome('artifacts', turn.artifacts ?? []),
    sendSome(
      'triggerStates',
      lastOf(turn.triggerStates ?? [], (row) => `${row.workflowId}\n${row.triggerId}`),
    ),
    sendSome('breakers', lastOf(turn.breakers ?? [], (row) => row.workflowId).map(breakerRow)),
    sendSome('snapshots', lastOf(turn.snapshots ?? [], (row) => row.runId).map(snapshotRow)),
    sendSome('logs', (turn.logs ?? []).map(logRow)),
    sendSome('childRuns', turn.childRuns ?? []),
    sendSome('runActs', turn.runActs ?? []),
    sendSome('alerts', (turn.alerts ?? []).map(alertRow)),
    sendSome('approvals', (turn.approvals ?? []).map(approvalValues)),
    sendSome(
      'approvalEnds',
      (turn.approvalEnds ?? []).map(({ attemptId, set }) => approvalValues({ attemptId, ...set })),
    ),
  ]);
  return { lostAttempts: lost, takenOccurrences };
}

type RowOf<K extends keyof TurnWrite> = NonNullable<TurnWrite[K]>[number];
const runRow = (row: RowOf<'newRuns'>) => ({
  ...row,
  draft: json(row.draft),
  params: JSON.stringify(row.params),
  reason: plainText(row.reason),
});
const taskRunRow = (row: RowOf<'taskRuns'>) => ({ ...row, reason: plainText(row.reason) });
const attemptRow = (row: RowOf<'newAttempts'>) => ({
  ...row,
  error: plainText(row.error),
  config: json(row.config),
  output: json(row.output),
});
const breakerRow = ({ failedRuns, history, ...row }: RowOf<'breakers'>) => ({
  ...row,
  failedRuns: JSON.stringify(failedRuns),
  history: JSON.stringify(history),
});
const alertRow = (row: RowOf<'alerts'>) => ({ ...row, subject: plainText(row.subject), text: plainText(row.text) });
const snapshotRow = ({ state, ...row }: RowOf<'snapshots'>) => ({
  ...row,
  state: `\\x${Buffer.from(state.buffer, state.byteOffset, state.byteLength).toString('hex')}`,
});
const logRow = (row: RowOf<'logs'>) => ({ ...row, text: plainText(row.text) });

/** Waits for every answer, then throws the first refusal: those after it only say that the transaction is void. */
async function allAnswers(answers: Promise<unknown>[]): Promise<void> {
  for (const answer of await Promise.allSettled(answers)) if (answer.status === 'rejected') throw answer.reason;
}

async function occurrences(rows: OccurrenceRow[], send: SendStatement): Promise<OccurrenceRow[]> {
  if (rows.length === 0) return [];
  const key = (row: Record<string, unknown> | OccurrenceRow) =>
    `${String(row.workflowId)}\n${String(row.triggerId)}\n${Number(row.at)}`;
  const written = new Set((await send('occurrences', rows)).map(key));
  // Each key is written once: a second row with it in the same turn is taken, too.
  return rows.filter((row) => !written.delete(key(row)));
}

async function runs({ runs: patches }: TurnWrite, send: SendStatement): Promise<void> {
  const merged = new Map<string, Record<string, unknown>>();
  for (const { id, set } of patches ?? []) {
    const one = merged.get(id) ?? {};
    for (const column of runPatchColumns)
      if (set[column] !== undefined) one[column] = column === 'reason' ? plainText(set[column] as string | null) : set[column];
    if (Object.keys(one).length > 0) merged.set(id, one);
  }
  const found = new Set(
    (
      await send(
        'runs',
        [...merged].map(([id, set]) => ({ id, set })),
      )
    ).map(({ id }) => id),
  );
  for (const id of merged.keys()) if (!found.has(id)) throw new StoreConflict('store.run-missing', `There is no run ${id}.`);
}

/** Two statements: what is stored already, and the new ones. The second goes out before the first is answered and judged. */
function events({ events: batches }: TurnWrite, send: SendStatement): Promise<unknown>[] {
  const full = (batches ?? []).filter((batch) => batch.events.length > 0);
  const known = send('lastSeqs', [...new Set(full.map(({ runId }) => runId))]);
  const rows = full.map(({ runId, firstSeq, at, events: list }) => ({
    runId,
    firstSeq,
    lastSeq: firstSeq + list.length - 1,
    at,
    events: JSON.stringify(list),
  }));
  const judged = known.then((answer) => {
    const last = new Map(answer.map((row) => [row.id as string, Number(row.lastSeq)]));
    for (const { runId, firstSeq, lastSeq } of rows) {
      const seq = last.get(runId);
      if (seq === undefined) throw new StoreConflict('store.run-missing', `There is no run ${runId} to write events for.`);
      if (firstSeq <= seq) throw new StoreConflict('store.seq-taken', `Event ${firstSeq} of run ${runId} is stored already.`);
      last.set(runId, lastSeq);
    }
  });
  return [judged, send('events', rows)];
}

/** Patches of one attempt apply one after the other, so each goes into the first statement that has none of it yet. */
async function attempts(patches: AttemptPatch[], send: SendStatement, lost: string[]): Promise<void> {
  const waves: Map<string, AttemptPatch>[] = [];
  for (const patch of patches) {
    const has = attemptPatchColumns.some((column) => patch.set[column] !== undefined);
    if (!has || patch.expected.length === 0) {
      lost.push(patch.id);
      continue;
    }
    let wave = waves.find(
      (other) => !other.has(patch.id) && !waves.slice(waves.indexOf(other) + 1).some((later) => later.has(patch.id)),
    );
    if (!wave) waves.push((wave = new Map()));
    wave.set(patch.id, patch);
  }
  for (const wave of waves) {
    const rows = [...wave.values()].map(({ id, token, expected, set }) => {
      const one: Record<string, unknown> = {};
      for (const column of attemptPatchColumns) {
        const value = set[column];
        if (value === undefined) continue;
        one[column] =
          column === 'config' || column === 'output'
            ? json(value)
            : column === 'error'
              ? plainText(value as string | null)
              : value;
      }
      return { id, token, expected, set: one };
    });
    const won = new Set((await send('attempts', rows)).map(({ id }) => id));
    for (const { id } of rows) if (!won.has(id)) lost.push(id);
  }
}
