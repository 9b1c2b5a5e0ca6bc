import type { RunEffect } from './effects.ts';
import { kindOf } from './kind.ts';
import type { Plan, PlanOf } from './plan-shape.ts';
import { freshRow, type CopySums, type Row } from './row.ts';
import type { Lengths, RunFacts, RunState } from './state.ts';
import { spread } from './spread.ts';
import { statusCode, type TaskRunStatus } from './status.ts';
import { filledVector, VectorEditor, type Vector } from './vector.ts';

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
  /** The plan of a version of the workflow, for `runMoved`; null: none is at hand. */
  planOf: PlanOf | null = null;
  run: RunFacts;
  rows: VectorEditor<Row>;
  lengths: Vector<Lengths>;
  byStatus: number[];
  unfinished: number;
  bad: number;
  dueRetries: number;
  pastWaiting: number;
  /** Made when they are first needed: most events open none and have one task run judged. */
  #copies: Map<number, CopiesDraft> | null = null;
  #dirty: number[] = [];

  constructor(
    public plan: Plan,
    state: RunState,
  ) {
    this.run = state.run;
    this.rows = new VectorEditor(state.rows);
    this.lengths = state.lengths;
    this.byStatus = state.sums.byStatus.slice();
    this.unfinished = state.sums.unfinished;
    this.bad = state.sums.bad;
    this.dueRetries = state.sums.dueRetries;
    this.pastWaiting = state.sums.pastWaiting;
  }

  /** Goes on as another draft of the same run, on the plan of another version; that one is spent. */
  become(other: Draft): void {
    this.plan = other.plan;
    this.effects = other.effects;
    this.run = other.run;
    this.rows = other.rows;
    this.lengths = other.lengths;
    this.byStatus = other.byStatus;
    this.unfinished = other.unfinished;
    this.bad = other.bad;
    this.dueRetries = other.dueRetries;
    this.pastWaiting = other.pastWaiting;
    this.#copies = other.#copies;
    this.#dirty = other.#dirty;
  }

  /** Whether a mapped task has its copies: then these are its task runs, and its own row only holds what they share. */
  expanded(task: number): boolean {
    return (
      this.plan.tasks[task]!.scope >= 0 &&
      ((this.#copies !== null && this.#copies.has(task)) || this.rows.get(task).copies !== null)
    );
  }

  /** Copies of an expanded task, opened for change. */
  copies(task: number): CopiesDraft {
    const known = this.#copies?.get(task);
    if (known !== undefined) return known;
    const { rows, sums } = this.rows.get(task).copies!;
    const draft = { rows: new VectorEditor(rows), sums: { ...sums } };
    (this.#copies ??= new Map()).set(task, draft);
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
    this.byStatus[statusCode(prev.status)]!--;
    this.byStatus[statusCode(next.status)]!++;
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
    (this.#copies ??= new Map()).set(task, { rows: new VectorEditor(filledVector(count, this.#fresh(task))), sums });
    this.byStatus[0]! += count - 1;
    this.unfinished += count - 1;
  }

  /** Adds a copy that waits. The caller recounts what hangs on it. */
  append(task: number): void {
    const draft = this.copies(task);
    draft.rows.push(this.#fresh(task));
    draft.sums.waiting++;
    this.byStatus[0]!++;
    this.unfinished++;
  }

  /** A copy that nothing has happened to; its attempts go on from those that the task had in an older version of its workflow. */
  #fresh(task: number): Row {
    const { attempt } = this.rows.get(task);
    return attempt === 0 ? freshRow : { ...freshRow, attempt };
  }

  /** Has this task run judged in the next round; with -1 all copies of an expanded task. */
  judge(task: number, index: number): void {
    this.#dirty.push(task * indexRoom + index + 1);
  }

  /** Notes the lengths of the lists of one mapping. */
  setLengths(scope: number, lengths: Lengths): void {
    const editor = new VectorEditor(this.lengths);
    editor.set(scope, lengths);
    this.lengths = editor.done();
  }

  /** Who is to be judged now, each once, by task then index; empties the list. */
  takeDirty(): { task: number; index: number }[] {
    const found: { task: number; index: number }[] = [];
    const keys = this.#dirty;
    if (keys.length === 0) return found;
    this.#dirty = [];
    const sorted = keys.length === 1 ? keys : Float64Array.from(keys).sort();
    let last = -1;
    let whole = -1;
    for (const key of sorted) {
      if (key === last) continue;
      last = key;
      const task = Math.floor(key / indexRoom);
      const index = (key % indexRoom) - 1;
      // A task comes before its copies; when it stands for all of them, none is named twice.
      if (task === whole) continue;
      if (index >= 0 || !this.expanded(task)) found.push({ task, index });
      else if (this.copies(task).sums.waiting > 0) {
        whole = task;
        const { size } = this.copies(task).rows;
        for (let copy = 0; copy < size; copy++) found.push({ task, index: copy });
      }
    }
    return found;
  }

  done(): RunState {
    for (const [task, draft] of this.#copies ?? []) {
      const row = this.rows.get(task);
      const rows = draft.rows.done();
      // Opened to be read only: everything stays shared.
      if (rows.root === row.copies?.rows.root) continue;
      this.rows.set(task, { ...row, copies: { rows, sums: { ...draft.sums } } });
    }
    this.#copies = null;
    return {
      run: this.run,
      rows: this.rows.done(),
      lengths: this.lengths,
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
