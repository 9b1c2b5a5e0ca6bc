import { ByteReader, EncodedStateError } from './byte-reader.ts';
import { counted } from './counted.ts';
import { kindOf } from './kind.ts';
import { machineVersion } from './machine-version.ts';
import { newRun } from './new-run.ts';
import type { Plan } from './plan-shape.ts';
import { freshRow, type Copies, type Decision, type Row } from './row.ts';
import { bit, pasts, runTypes, stops, verdicts } from './row-codes.ts';
import type { RunFacts, RunState } from './state.ts';
import { runStatuses, taskRunStatuses } from './status.ts';
import { filledVector, VectorEditor, type Vector } from './vector.ts';

/**
 * The state that `encode` wrote, for the plan it was made with; its counters are made anew. Throws `EncodedStateError`:
 * `state.version` for another version of the machine (fold the events instead), `state.plan` for another workflow,
 * `state.corrupt` for damaged bytes.
 */
export function decode(plan: Plan, bytes: Uint8Array): RunState {
  const input = new ByteReader(bytes);
  const version = input.number();
  if (version !== machineVersion)
    throw new EncodedStateError(
      'state.version',
      `The state is of machine ${version}, this is ${machineVersion}. Fold the events anew.`,
    );
  const size = input.number();
  if (size !== plan.tasks.length)
    throw new EncodedStateError(
      'state.plan',
      `The state has ${size} tasks, the workflow ${plan.tasks.length}. Use its own version.`,
    );
  const fresh = newRun(plan);
  const run = decodeFacts(input);
  const lengths = new VectorEditor(fresh.lengths);
  plan.scopes.forEach((scope, number) =>
    lengths.set(
      number,
      scope.entries.map(() => {
        const length = input.number();
        return length === 0 ? null : length - 1;
      }),
    ),
  );
  const rows = decodeRows(input, size, run.createdAt);
  if (!input.atEnd) throw new EncodedStateError('state.corrupt', 'The stored state is damaged. Fold the events anew.');
  return counted(plan, { ...fresh, run, rows, lengths: lengths.done() });
}

function decodeFacts(input: ByteReader): RunFacts {
  const flags = input.number();
  const latest = Math.floor(flags / 4) % 4;
  const status = pick(runStatuses, input.number());
  const verdict = pick(verdicts, input.number());
  const runType = pick(runTypes, input.number());
  const machine = input.number();
  const [createdAt, logicalTime, dataIntervalStart, dataIntervalEnd] = [
    input.signed(),
    input.signed(),
    input.signed(),
    input.signed(),
  ];
  return {
    created: (flags & 1) !== 0,
    paused: (flags & 2) !== 0,
    latest: latest === 0 ? null : latest === 2,
    status,
    verdict,
    runType,
    machine,
    createdAt,
    logicalTime,
    dataIntervalStart,
    dataIntervalEnd,
    trigger: (flags & 16) !== 0 ? input.text() : null,
    reason: (flags & 32) !== 0 ? input.text() : null,
    startedAt: (flags & 64) !== 0 ? createdAt + input.signed() : null,
    endedAt: (flags & 128) !== 0 ? createdAt + input.signed() : null,
  };
}

function decodeRows(input: ByteReader, size: number, zero: number): Vector<Row> {
  const rows = new VectorEditor(filledVector(size, freshRow));
  for (let index = 0; index < size; index++) {
    const flags = input.number();
    if (flags !== 0) rows.set(index, decodeRow(input, flags, zero));
    else index += input.number() - 1;
  }
  return rows.done();
}

function decodeRow(input: ByteReader, flags: number, zero: number): Row {
  const has = (part: number) => (flags & part) !== 0;
  const code = input.number();
  const attempt = Math.floor(code / taskRunStatuses.length);
  const told = has(bit.spent) ? input.number() : null;
  const lost = has(bit.losses) ? input.number() : 0;
  const lostBefore = has(bit.losses) ? input.number() : 0;
  const startedAt = has(bit.started) ? zero + input.signed() : null;
  const endedAt = has(bit.ended) ? (startedAt ?? zero) + input.signed() : null;
  const dueAt = has(bit.due) ? (endedAt ?? startedAt ?? zero) + input.signed() : null;
  const firstAt = has(bit.first) ? zero + input.signed() : has(bit.firstIsStart) ? startedAt : null;
  const reason = has(bit.reason) ? input.text() : null;
  const decision = has(bit.decision) ? decodeDecision(input) : null;
  const more = has(bit.more) ? input.number() : 0;
  const pastAndFlags = Math.floor(more / stops.length);
  const flagsOnly = Math.floor(pastAndFlags / 3);
  return {
    ...freshRow,
    status: pick(taskRunStatuses, code % taskRunStatuses.length),
    attempt,
    spent: told ?? (endedAt === null && attempt > 0 ? attempt - 1 : attempt),
    lost,
    lostBefore,
    startedAt,
    endedAt,
    dueAt,
    firstAt,
    reason,
    decision,
    stop: pick(stops, more % stops.length),
    past: pick(pasts, pastAndFlags % 3),
    sensor: (flagsOnly & 1) !== 0,
    woken: (flagsOnly & 2) !== 0,
    forced: (flagsOnly & 4) !== 0,
    copies: has(bit.copies) ? decodeCopies(input, zero) : null,
  };
}

function decodeDecision(input: ByteReader): Decision {
  const code = input.number();
  if (code < 2) return { shortCircuit: code === 0 ? 'descendants' : 'children' };
  return { ports: Array.from({ length: code - 2 }, () => input.text()) };
}

function decodeCopies(input: ByteReader, zero: number): Copies {
  const rows = decodeRows(input, input.number(), zero);
  const sums = { success: 0, failed: 0, upstreamFailed: 0, skipped: 0, removed: 0, waiting: 0, decided: 0 };
  for (let index = 0; index < rows.size; index++) {
    const { status, decision } = rows.get(index);
    const kind = kindOf(status);
    if (kind !== null) sums[kind]++;
    if (status === 'none' || status === 'up_for_retry') sums.waiting++;
    if (decision !== null) sums.decided++;
  }
  return { rows, sums };
}

function pick<T>(values: readonly T[], code: number): T {
  if (code >= values.length) throw new EncodedStateError('state.corrupt', 'The stored state is damaged. Fold the events anew.');
  return values[code]!;
}
