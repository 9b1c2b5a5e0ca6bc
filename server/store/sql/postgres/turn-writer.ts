import { plainText } from '../../plain-text.ts';
import { StoreConflict, type AttemptPatch, type OccurrenceRow, type TurnResult, type TurnWrite } from '../../store.ts';
import { attemptPatchColumns, runPatchColumns } from '../../turn-columns.ts';
import { withoutTaken } from '../../without-taken.ts';
import { turnStatements } from './turn-statements.ts';

/** Sends one of the prepared statements with its rows and gives what came back. */
export type SendStatement = (name: keyof typeof turnStatements, rows: unknown[]) => Promise<Record<string, unknown>[]>;

const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
/** The last row of each key: one statement may not write a row twice. */
const lastOf = <T>(rows: T[], key: (row: T) => string): T[] => [...new Map(rows.map((row) => [key(row), row])).values()];

/** Writes everything of a turn inside the transaction that the caller has begun; what is empty costs nothing. */
export async function writeTurn(asked: TurnWrite, send: SendStatement): Promise<TurnResult> {
  const takenOccurrences = await occurrences(asked.occurrences ?? [], send);
  const turn = takenOccurrences.length > 0 ? withoutTaken(asked, takenOccurrences) : asked;
  const sendSome = async (name: keyof typeof turnStatements, rows: unknown[]) => (rows.length > 0 ? send(name, rows) : []);

  await sendSome(
    'newRuns',
    (turn.newRuns ?? []).map((row) => ({
      ...row,
      draft: json(row.draft),
      params: JSON.stringify(row.params),
      reason: plainText(row.reason),
    })),
  );
  await runs(turn, sendSome);
  await events(turn, sendSome);
  await sendSome(
    'taskRuns',
    lastOf(turn.taskRuns ?? [], (row) => `${row.runId}\n${row.task}\n${row.mapIndex}`).map((row) => ({
      ...row,
      reason: plainText(row.reason),
    })),
  );
  await sendSome(
    'newAttempts',
    (turn.newAttempts ?? []).map((row) => ({
      ...row,
      error: plainText(row.error),
      config: json(row.config),
      output: json(row.output),
    })),
  );
  const lostAttempts = await attempts(turn.attempts ?? [], sendSome);
  await sendSome('artifacts', turn.artifacts ?? []);
  await sendSome(
    'triggerStates',
    lastOf(turn.triggerStates ?? [], (row) => `${row.workflowId}\n${row.triggerId}`),
  );
  await sendSome(
    'snapshots',
    lastOf(turn.snapshots ?? [], (row) => row.runId).map((row) => ({
      ...row,
      state: `\\x${Buffer.from(row.state.buffer, row.state.byteOffset, row.state.byteLength).toString('hex')}`,
    })),
  );
  await sendSome(
    'logs',
    (turn.logs ?? []).map((row) => ({ ...row, text: plainText(row.text) })),
  );
  return { lostAttempts, takenOccurrences };
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

async function events({ events: batches }: TurnWrite, send: SendStatement): Promise<void> {
  const full = (batches ?? []).filter((batch) => batch.events.length > 0);
  const ids = [...new Set(full.map(({ runId }) => runId))];
  const last = new Map((await send('lastSeqs', ids)).map((row) => [row.id as string, Number(row.lastSeq)]));
  const rows = full.map(({ runId, firstSeq, at, events: list }) => {
    const seq = last.get(runId);
    if (seq === undefined) throw new StoreConflict('store.run-missing', `There is no run ${runId} to write events for.`);
    if (firstSeq <= seq) throw new StoreConflict('store.seq-taken', `Event ${firstSeq} of run ${runId} is stored already.`);
    const lastSeq = firstSeq + list.length - 1;
    last.set(runId, lastSeq);
    return { runId, firstSeq, lastSeq, at, events: JSON.stringify(list) };
  });
  await send('events', rows);
}

/** Patches of one attempt apply one after the other, so each goes into the first statement that has none of it yet. */
async function attempts(patches: AttemptPatch[], send: SendStatement): Promise<string[]> {
  const waves: Map<string, AttemptPatch>[] = [];
  const lost: string[] = [];
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
  return lost;
}
