import { ByteWriter } from './byte-writer.ts';
import { machineVersion } from './machine-version.ts';
import { freshRow, type Row } from './row.ts';
import { bit, pasts, runTypes, stops, verdicts } from './row-codes.ts';
import type { RunState } from './state.ts';
import { runStatuses, taskRunStatuses } from './status.ts';
import type { Vector } from './vector.ts';

export { machineVersion } from './machine-version.ts';
export { decode } from './decode.ts';

/**
 * A state as bytes: canonical (equal states give equal bytes), at most 20 bytes a task run beside the texts, each of which
 * stands once. Counters are left out, since they follow from the statuses. The plan is not in it.
 */
export function encode(state: RunState): Uint8Array {
  const out = new ByteWriter();
  out.number(machineVersion);
  out.number(state.rows.size);
  encodeFacts(out, state);
  for (let number = 0; number < state.lengths.size; number++)
    for (const length of state.lengths.get(number)) out.number(length === null ? 0 : length + 1);
  encodeRows(out, state.rows, state.run.createdAt, true);
  return out.done();
}

function encodeFacts(out: ByteWriter, { run }: RunState): void {
  const { created, paused, latest, trigger, reason, startedAt, endedAt } = run;
  out.number(
    Number(created) +
      2 * Number(paused) +
      4 * (latest === null ? 0 : latest ? 2 : 1) +
      16 * Number(trigger !== null) +
      32 * Number(reason !== null) +
      64 * Number(startedAt !== null) +
      128 * Number(endedAt !== null),
  );
  out.number(runStatuses.indexOf(run.status));
  out.number(verdicts.indexOf(run.verdict));
  out.number(runTypes.indexOf(run.runType));
  out.number(run.machine);
  for (const at of [run.createdAt, run.logicalTime, run.dataIntervalStart, run.dataIntervalEnd]) out.signed(at);
  if (trigger !== null) out.text(trigger);
  if (reason !== null) out.text(reason);
  if (startedAt !== null) out.signed(startedAt - run.createdAt);
  if (endedAt !== null) out.signed(endedAt - run.createdAt);
}

/** Rows in order; a run of untouched ones is 0 and how many. Instants are told from the start of the run or of the attempt. */
function encodeRows(out: ByteWriter, rows: Vector<Row>, zero: number, copies: boolean): void {
  let untouched = 0;
  const flush = () => {
    if (untouched === 0) return;
    out.number(0);
    out.number(untouched);
    untouched = 0;
  };
  for (let index = 0; index < rows.size; index++) {
    const row = rows.get(index);
    if (isUntouched(row)) {
      untouched++;
      continue;
    }
    flush();
    encodeRow(out, row, zero);
    if (copies && row.copies !== null) {
      out.number(row.copies.rows.size);
      encodeRows(out, row.copies.rows, zero, false);
    }
  }
  flush();
}

function encodeRow(out: ByteWriter, row: Row, zero: number): void {
  const { attempt, spent, lost, lostBefore, startedAt, endedAt, dueAt, firstAt, decision } = row;
  const losses = lost + lostBefore > 0;
  // Before any clear or loss the number of attempts tells how many are spent.
  const plain = spent === (attempt > 0 && endedAt === null ? attempt - 1 : attempt);
  const flags =
    bit.present +
    (startedAt !== null ? bit.started : 0) +
    (endedAt !== null ? bit.ended : 0) +
    (dueAt !== null ? bit.due : 0) +
    (firstAt !== null && firstAt !== startedAt ? bit.first : 0) +
    (firstAt !== null && firstAt === startedAt ? bit.firstIsStart : 0) +
    (row.reason !== null ? bit.reason : 0) +
    (decision !== null ? bit.decision : 0) +
    (row.stop !== null || row.past !== 'unasked' || row.sensor || row.woken || row.forced ? bit.more : 0) +
    (losses ? bit.losses : 0) +
    (plain ? 0 : bit.spent) +
    (row.copies !== null ? bit.copies : 0);
  out.number(flags);
  out.number(taskRunStatuses.indexOf(row.status) + taskRunStatuses.length * attempt);
  if (!plain) out.number(spent);
  if (losses) {
    out.number(lost);
    out.number(lostBefore);
  }
  if (startedAt !== null) out.signed(startedAt - zero);
  if (endedAt !== null) out.signed(endedAt - (startedAt ?? zero));
  if (dueAt !== null) out.signed(dueAt - (endedAt ?? startedAt ?? zero));
  if (firstAt !== null && firstAt !== startedAt) out.signed(firstAt - zero);
  if (row.reason !== null) out.text(row.reason);
  if (decision !== null) {
    if ('shortCircuit' in decision) out.number(decision.shortCircuit === 'descendants' ? 0 : 1);
    else {
      out.number(2 + decision.ports.length);
      for (const port of decision.ports) out.text(port);
    }
  }
  if ((flags & bit.more) !== 0)
    out.number(
      stops.indexOf(row.stop) +
        stops.length * (pasts.indexOf(row.past) + 3 * (Number(row.sensor) + 2 * Number(row.woken) + 4 * Number(row.forced))),
    );
}

const isUntouched = (row: Row): boolean =>
  row.status === 'none' &&
  row.attempt === 0 &&
  row.spent === freshRow.spent &&
  row.lost + row.lostBefore === 0 &&
  row.startedAt === null &&
  row.endedAt === null &&
  row.dueAt === null &&
  row.firstAt === null &&
  row.reason === null &&
  row.decision === null &&
  row.stop === null &&
  !row.forced &&
  row.past === 'unasked' &&
  row.copies === null;
