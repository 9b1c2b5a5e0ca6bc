import type { RunEffect } from './effects.ts';
import { kindOf } from './kind.ts';
import type { Plan } from './plan-shape.ts';
import { freshRow, type CopySums, type Row } from './row.ts';
import type { Lengths, RunFacts, RunState } from './state.ts';
import { spread } from './spread.ts';
import { taskRunStatuses, type TaskRunStatus } from './status.ts';
import { filledVector, VectorEditor } from './vector.ts';

const codes = new Map(taskRunStatuses.map((status, code) => [status, code]));
/** Room for the map index in a key: `map.limit` goes to 1,000,000. */
const indexRoom = 2 ** 21;

/** Copies that are being changed. */
export interface CopiesDraft {
  readonly rows: VectorEditor<Row>;
  readonly sums: { -readonly [name in keyof CopySums]: number };
}

/**
 * A state while it is being changed: it takes one event, or many in a row, and `done` gives the state after them. All
 * counters follow from `put`; nothing else changes a task run. Index -1 is the task itself, from 0 on its copies.
 */
export class Draft {
  /** Time of the event at hand. */
  at = 0;
  effects: RunEffect[] = [];
  run: RunFacts;
  readonly rows: VectorEditor<Row>;
  readonly lengths: VectorEditor<Lengths>;
  readonly byStatus: Int32Array;
  unfinished: number;
  bad: number;
  dueRetries: number;
  pastWaiting: number;
  readonly #copies = new Map<number, CopiesDraft>();
  #dirty = new Set<number>();

  constructor(
    readonly plan: Plan,
    state: RunState,
  ) {
    this.run = state.run;
    this.rows = new VectorEditor(state.rows);
    this.lengths = new VectorEditor(state.lengths);
    this.byStatus = state.sums.byStatus.slice();
    ({ unfinished: this.unfinished, bad: this.bad, dueRetries: this.dueRetries, pastWaiting: this.pastWaiting } = state.sums);
  }

  /** Whether a mapped task has its copies: then these are its task runs, and its own row only holds what they share. */
  expanded(task: number): boolean {
    return this.plan.tasks[task]!.scope >= 0 && (this.#copies.has(task) || this.rows.get(task).copies !== null);
  }

  /** Copies of an expanded task, opened for change. */
  copies(task: number): CopiesDraft {
    let draft = this.#copies.get(task);
    if (draft === undefined) {
      const { rows, sums } = this.rows.get(task).copies!;
      this.#copies.set(task, (draft = { rows: new VectorEditor(rows), sums: { ...sums } }));
    }
    return draft;
  }

  row(task: number, index: number): Row {
    return index < 0 ? this.rows.get(task) : this.copies(task).rows.get(index);
  }

  /** Replaces a row without telling anybody: for what no counter hangs on. */
  replace(task: number, index: number, row: Row): void {
    if (index < 0) this.rows.set(task, row);
    else this.copies(task).rows.set(index, row);
  }

  /** Replaces a row and brings every counter that hangs on it up to date; whoever may be concerned will be judged. */
  put(task: number, index: number, next: Row): void {
    const prev = this.row(task, index);
    this.replace(task, index, next);
    if (prev.past !== next.past) this.pastWaiting += Number(next.past === 'asked') - Number(prev.past === 'asked');
    if (prev.status === next.status && prev.decision === next.decision && prev.dueAt === next.dueAt) return;
    this.byStatus[codes.get(prev.status)!]!--;
    this.byStatus[codes.get(next.status)!]!++;
    this.dueRetries += Number(isDueRetry(next)) - Number(isDueRetry(prev));
    const before = kindOf(prev.status);
    const after = kindOf(next.status);
    if (before !== after) {
      this.unfinished += Number(after === null) - Number(before === null);
      if (this.plan.decides[task] === 1) this.bad += Number(isBad(after)) - Number(isBad(before));
    }
    if (index >= 0) {
      const { sums } = this.copies(task);
      if (before !== null) sums[before]--;
      if (after !== null) sums[after]++;
      sums.waiting += Number(isWaiting(next.status)) - Number(isWaiting(prev.status));
      sums.decided += Number(next.decision !== null) - Number(prev.decision !== null);
      if (sums.waiting === 0) this.#forgetQuestion(task);
    }
    spread(this, task, index, prev, next);
  }

  /** No copy waits any more, so nobody waits for the answer about the past. */
  #forgetQuestion(task: number): void {
    const row = this.rows.get(task);
    if (row.past === 'asked') this.put(task, -1, { ...row, past: 'unasked' });
  }

  /** Gives an unexpanded task that waits `count` copies. The caller recounts what hangs on it. */
  open(task: number, count: number): void {
    const sums = { success: 0, failed: 0, upstreamFailed: 0, skipped: 0, removed: 0, waiting: count, decided: 0 };
    this.#copies.set(task, { rows: new VectorEditor(filledVector(count, freshRow)), sums });
    this.byStatus[0]! += count - 1;
    this.unfinished += count - 1;
  }

  /** Adds a copy that waits. The caller recounts what hangs on it. */
  append(task: number): void {
    const draft = this.copies(task);
    draft.rows.push(freshRow);
    draft.sums.waiting++;
    this.byStatus[0]!++;
    this.unfinished++;
  }

  /** Has this task run judged in the next round; with -1 all copies of an expanded task. */
  judge(task: number, index: number): void {
    this.#dirty.add(task * indexRoom + index + 1);
  }

  /** Who is to be judged now, by task then index; empties the list. */
  takeDirty(): { task: number; index: number }[] {
    if (this.#dirty.size === 0) return [];
    const keys = Float64Array.from(this.#dirty).sort();
    this.#dirty = new Set();
    const found: { task: number; index: number }[] = [];
    for (const key of keys) {
      const task = Math.floor(key / indexRoom);
      const index = (key % indexRoom) - 1;
      if (index >= 0 || !this.expanded(task)) found.push({ task, index });
      else if (this.copies(task).sums.waiting > 0) {
        const { size } = this.copies(task).rows;
        for (let copy = 0; copy < size; copy++) if (!this.#dirtyHas(keys, task, copy)) found.push({ task, index: copy });
      }
    }
    return found;
  }

  /** A copy that stands in the list by itself comes from there. */
  #dirtyHas(keys: Float64Array, task: number, copy: number): boolean {
    return keys.length > 1 && binaryHas(keys, task * indexRoom + copy + 1);
  }

  done(): RunState {
    for (const [task, draft] of this.#copies) {
      const row = this.rows.get(task);
      const rows = draft.rows.done();
      // Opened to be read only: everything stays shared.
      if (rows.root === row.copies?.rows.root) continue;
      this.rows.set(task, { ...row, copies: { rows, sums: { ...draft.sums } } });
    }
    this.#copies.clear();
    return {
      run: this.run,
      rows: this.rows.done(),
      lengths: this.lengths.done(),
      sums: {
        byStatus: this.byStatus.slice(),
        unfinished: this.unfinished,
        bad: this.bad,
        dueRetries: this.dueRetries,
        pastWaiting: this.pastWaiting,
      },
    };
  }
}

const isWaiting = (status: TaskRunStatus) => status === 'none' || status === 'up_for_retry';
const isDueRetry = (row: Row) => row.status === 'up_for_retry' && row.dueAt === null;
const isBad = (kind: ReturnType<typeof kindOf>) => kind === 'failed' || kind === 'upstreamFailed';

function binaryHas(sorted: Float64Array, key: number): boolean {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] === key) return true;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
